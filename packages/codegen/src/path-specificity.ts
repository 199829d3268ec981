/**
 * Orders path templates most specific first, so that the first match of a request is the right one: `/item/foo` before
 * `/item/{id}`. Segment by segment, a fixed one comes before one with a placeholder; then code units decide, not a locale.
 */
export function compareSpecificity(first: string, second: string): number {
  const [firstSegments, secondSegments] = [first.split("/"), second.split("/")];
  for (const [index, segment] of firstSegments.entries()) {
    const other = secondSegments[index];
    if (other === undefined) return -1;
    const difference = openness(segment) - openness(other);
    if (difference !== 0) return difference;
    if (segment !== other) return segment < other ? -1 : 1;
  }
  return firstSegments.length === secondSegments.length ? 0 : 1;
}

/** 0 for a fixed segment, 1 for one with fixed parts, 2 for a placeholder alone. */
function openness(segment: string): number {
  if (!segment.includes("{")) return 0;
  return /^\{[^{}]*\}$/.test(segment) ? 2 : 1;
}
