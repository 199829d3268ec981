// Node 22 and later; their types do not know it yet.
const { rawJSON } = JSON as unknown as { rawJSON: (text: string) => unknown };
const parse: (
  text: string,
  reviver: (name: string, value: unknown, context?: { source?: string }) => unknown,
) => unknown = JSON.parse;

/** JSON in which a bigint is an integer with all its digits. */
export function writeExact(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) => (typeof member === "bigint" ? rawJSON(String(member)) : member));
}

/** Reads JSON; an integer of more than 15 digits comes as a bigint. */
export function readExact(text: string): unknown {
  return parse(text, (_, value, { source = "" } = {}) => (/^-?\d{16,}$/.test(source) ? BigInt(source) : value));
}
