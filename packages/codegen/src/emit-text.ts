import { isJsonObject, type JsonValue } from "./json-value.ts";

// Every string of a specification reaches code through this file alone. A specification is untrusted input: one generator had
// nine CVEs in 2026 for writing names, defaults and media types into code as they came (CVE-2026-22785 and its followers).

const identifier = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** A string literal that evaluates to exactly `value`. Line separators and `</` are escaped too, so that it can stand in a script. */
export function stringLiteral(value: string): string {
  return JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029").replaceAll("</", "<\\/");
}

/** Writes the name of a member of an object literal. */
type NameWriter = (name: string) => string;

/** An expression that evaluates to exactly `value`. */
export function dataLiteral(value: JsonValue): string {
  return writeData(value, literalName);
}

/**
 * An expression that evaluates to exactly `value`, for a type that is a record of names. TypeScript takes the type of a member
 * called `toString` from `Object` and not from the record, unless it sees the name as any string.
 */
export function recordLiteral(value: JsonValue): string {
  return writeData(value, (name) =>
    name in Object.prototype && name !== "__proto__" ? `[${stringLiteral(name)} as string]` : literalName(name),
  );
}

/** An object literal of member names and expressions. */
export function objectLiteral(
  members: readonly (readonly [name: string, expression: string])[],
  nameOf: NameWriter = literalName,
): string {
  return `{${members.map(([name, expression]) => `${nameOf(name)}:${expression}`).join(",")}}`;
}

function writeData(value: JsonValue, nameOf: NameWriter): string {
  if (typeof value === "string") return stringLiteral(value);
  if (Array.isArray(value)) return `[${value.map((entry) => writeData(entry, nameOf)).join(",")}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  return objectLiteral(
    Object.entries(value).map(([name, entry]) => [name, writeData(entry, nameOf)]),
    nameOf,
  );
}

/** `{ __proto__: x }` would set the prototype; a computed name does not. */
function literalName(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : memberName(name);
}

/** A member's name in an object literal or a type. */
export function memberName(name: string): string {
  return identifier.test(name) ? name : stringLiteral(name);
}

/** Reads the member `name` of the constant `variable`. */
export function memberAccess(variable: string, name: string): string {
  const written = memberName(name);
  return written === name ? `${variable}.${name}` : `${variable}[${written}]`;
}

/** `value` itself, known to be a name that can be declared. What is not one was refused before it came here. */
export function identifierName(value: string): string {
  if (!identifier.test(value)) throw new TypeError(`${JSON.stringify(value)} is not an identifier`);
  return value;
}

/**
 * A documentation comment, or nothing where there is no text. Text cannot end the comment and cannot be a tag: a stray `@internal`
 * would take a declaration out of the published types, and `@ts-ignore` would silence the compiler.
 *
 * @param paragraphs - Text; empty ones are left out.
 * @param tags - Lines that are tags on purpose, such as `@deprecated`.
 */
export function docComment(paragraphs: readonly (string | undefined)[], tags: readonly string[] = []): string {
  const text = paragraphs.filter((paragraph) => paragraph !== undefined && paragraph.trim() !== "");
  const lines = [text.map((paragraph) => commentText(paragraph ?? "")).join("\n\n"), tags.join("\n")]
    .filter((part) => part !== "")
    .join("\n\n")
    .split("\n");
  if (lines.length === 1 && lines[0] === "") return "";
  if (lines.length === 1) return `/** ${lines[0] ?? ""} */\n`;
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`;
}

/** Text that is safe in a block comment: no end of comment, no tag, no control character, `\n` as the only line break. */
export function commentText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, " ")
    .replaceAll("*/", "*\\/")
    .replace(/(^|[\s*{(])@/g, "$1\\@")
    .replace(/@(?=internal|ts-)/gi, "@ ")
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .trim();
}
