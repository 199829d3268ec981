/** The members of an object that are not undefined. */
export function withoutUndefined<T extends object>(members: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  // The members of `members`, all but some. A loop over keys: entries are slow to make, and what `fromEntries` makes is slow to read.
  const kept: Partial<T> = {};
  for (const name of Object.keys(members) as (keyof T)[]) if (members[name] !== undefined) kept[name] = members[name];
  return kept as never;
}
