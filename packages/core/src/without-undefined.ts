/** The members of an object that are not undefined. */
export function withoutUndefined<T extends object>(members: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  // The entries of `members`, all but some: `fromEntries` knows nothing of their types.
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never;
}
