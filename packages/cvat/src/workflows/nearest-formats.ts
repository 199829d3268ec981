/** At most so many names fit into a message that is read. */
const mostNames = 3;
/** With fewer letter pairs in common than this, two names are of different formats. */
const leastLikeness = 0.35;

/**
 * The names that `name` was probably meant to be, nearest first. By pairs of letters in common, whatever their case and what stands
 * between them, because what people leave out of a format's name is its version: `coco` for `COCO 1.0`.
 */
export function nearestFormats(name: string, known: readonly string[]): string[] {
  const given = letterPairs(name);
  return known
    .map((candidate) => ({ candidate, likeness: likenessOf(given, letterPairs(candidate)) }))
    .filter(({ likeness }) => likeness >= leastLikeness)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, mostNames)
    .map(({ candidate }) => candidate);
}

/** Dice's coefficient: twice what is shared, over all there is. */
function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

/** What is left of a longer text says nothing more about a name. */
const mostCharacters = 100;

function letterPairs(name: string): ReadonlySet<string> {
  const letters = name
    .slice(0, mostCharacters)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
  return new Set(Array.from(letters, (letter, at) => letter + (letters[at + 1] ?? "")).slice(0, -1));
}
