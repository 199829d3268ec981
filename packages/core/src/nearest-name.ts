/** The known name that `name` was probably meant to be, or undefined where none is near. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  // With half of the letters wrong it is another word; the cap bounds the work.
  for (let edits = 0; edits < Math.min(name.length / 2, 4); edits++) {
    const near = known.find((candidate) => isNear(name.toLowerCase(), candidate.toLowerCase(), edits));
    if (near) return near;
  }
  return undefined;
}

/** True if so many insertions, removals and replacements of letters turn one text into the other. */
function isNear(one: string, other: string, edits: number): boolean {
  if (one === other) return true;
  if (one.charCodeAt(0) === other.charCodeAt(0)) return isNear(one.slice(1), other.slice(1), edits);
  const skips = [
    [1, 1],
    [1, 0],
    [0, 1],
  ] as const;
  return edits > 0 && skips.some(([left, right]) => isNear(one.slice(left), other.slice(right), edits - 1));
}
