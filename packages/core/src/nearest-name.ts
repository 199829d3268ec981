/** The known name that `name` was probably meant to be, or undefined where none is near. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  // With half of the letters wrong it is another word; the cap bounds the work.
  for (let edits = 0; edits < Math.min(name.length / 2, 4); edits++) {
    const near = known.find((candidate) => isNear(name.toLowerCase(), candidate.toLowerCase(), edits));
    if (near !== undefined) return near;
  }
  return undefined;
}

/** True if so many insertions, removals and replacements of letters turn one text into the other. */
function isNear(one: string, other: string, edits: number): boolean {
  if (one === other) return true;
  const [restOfOne, restOfOther] = [one.slice(1), other.slice(1)];
  if (one.charCodeAt(0) === other.charCodeAt(0)) return isNear(restOfOne, restOfOther, edits);
  const isNearer = (left: string, right: string): boolean => isNear(left, right, edits - 1);
  return edits > 0 && (isNearer(restOfOne, restOfOther) || isNearer(restOfOne, other) || isNearer(one, restOfOther));
}
