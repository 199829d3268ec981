/** The known name that `name` was probably meant to be, or undefined where none is near. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const scored = known
    .map((candidate) => ({ candidate, distance: editDistance(name.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const best = scored[0];
  // A third of the letters wrong is another word.
  return best !== undefined && best.distance <= Math.max(name.length, best.candidate.length) / 3
    ? best.candidate
    : undefined;
}

/** Insertions, removals and replacements that turn one word into the other (Levenshtein). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  [...from].forEach((letter, index) => {
    let left = index + 1;
    row = row.map((above, column) => {
      if (column === 0) return left;
      const diagonal = row[column - 1] ?? 0;
      left = Math.min(left + 1, above + 1, diagonal + (letter === to[column - 1] ? 0 : 1));
      return left;
    });
  });
  return row[to.length] ?? 0;
}
