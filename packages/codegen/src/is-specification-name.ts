/** Whether a text is what a folder below `specs/` is called, or one part in it: `pets`, `pets/farm`. */
export function isSpecificationName(text: string): boolean {
  return /^[a-z][a-z0-9-]*(?:\/[a-z][a-z0-9-]*)?$/.test(text);
}
