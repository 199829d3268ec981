/** Lets go of an answer that nobody will read. Not awaited: `cancel()` never settles under some interceptors (msw 2). */
export function discard(response: Response): void {
  response.body?.cancel().catch(() => undefined);
}
