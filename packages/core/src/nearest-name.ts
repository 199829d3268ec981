/** The known name that `name` was probably meant to be, or undefined where none is near. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  // With half of the letters wrong it is another word; the cap bounds the work.
  for (let edits = 0; edits < Math.min(name.length / 2, 4); edits++) {
    for (const near of known) if (isNear(name.toLowerCase(), near.toLowerCase(), edits)) return near;
  }
  return undefined;
}

/** True if so many insertions, removals and replacements of letters turn one text into the other. */
function isNear(one: string, other: string, edits: number): boolean {
  if (one === other) return true;
  const left = one.slice(1);
  const right = other.slice(1);
  if (one.charCodeAt(0) === other.charCodeAt(0)) return isNear(left, right, edits);
  const fewer = edits - 1;
  return fewer >= 0 && (isNear(left, right, fewer) || isNear(left, other, fewer) || isNear(one, right, fewer));
}
