/** Members that are prose wherever they stand; they go without a word. */
export const proseMembers: ReadonlySet<string> = new Set([
  "description",
  "summary",
  "title",
  "example",
  "examples",
  "externalDocs",
  "termsOfService",
  "contact",
  "$comment",
  "$schema",
]);
