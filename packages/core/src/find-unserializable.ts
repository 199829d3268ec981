const MAX_DEPTH = 1_000;

/** Says which value in a body JSON cannot carry, by its JSON pointer, as it reads after "its body"; undefined where there is none. */
export function findUnserializable(
  value: unknown,
  pointer = "",
  ancestors: readonly unknown[] = [],
): string | undefined {
  const place = pointer === "" ? "" : `at ${pointer} `;
  if (typeof value === "bigint") return `${place}is a bigint, which JSON cannot carry; pass a number or a string`;
  if (typeof value === "number" && !Number.isFinite(value))
    return `${place}is ${String(value)}, which JSON cannot carry`;
  if (typeof value !== "object" || value === null || "toJSON" in value) return undefined;
  if (ancestors.includes(value)) return `${place}holds itself`;
  if (ancestors.length > MAX_DEPTH) return `is nested deeper than ${MAX_DEPTH} levels`;

  const path = [...ancestors, value];
  for (const [key, member] of Object.entries(value)) {
    const found = findUnserializable(member, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`, path);
    if (found !== undefined) return found;
  }
  return undefined;
}
