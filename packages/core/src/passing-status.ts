/** True for the answers that say "not now": asking again later may succeed. For requests that are safe to repeat. */
export function isPassingStatus(status: number): boolean {
  return [408, 429, 500, 502, 503, 504].includes(status);
}
