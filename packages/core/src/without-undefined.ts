/** The members of an object that are not undefined. */
export function withoutUndefined<T extends object>(members: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  // The entries of `members`, all but some. A loop, because what `fromEntries` makes is slow to read.
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(members)) if (value !== undefined) kept[name] = value;
  return kept as never;
}
