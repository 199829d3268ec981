import { isJsonObject, type JsonValue } from "./json-value.ts";

// Every string of a specification reaches code through this file alone. A specification is untrusted input: one generator had
// nine CVEs in 2026 for writing names, defaults and media types into code as they came (CVE-2026-22785 and its followers).

const identifier = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** A string literal that evaluates to exactly `value`. Line separators and `</` are escaped too, so that it can stand in a script. */
export function stringLiteral(value: string): string {
  return JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029").replaceAll("</", "<\\/");
}

/** An expression that evaluates to exactly `value`. */
export function dataLiteral(value: JsonValue): string {
  if (typeof value === "string") return stringLiteral(value);
  if (Array.isArray(value)) return `[${value.map(dataLiteral).join(",")}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  return objectLiteral(Object.entries(value).map(([name, entry]) => [name, dataLiteral(entry)]));
}

/** An object literal of member names and expressions. `__proto__: x` would set the prototype; a computed name does not. */
export function objectLiteral(members: readonly (readonly [name: string, expression: string])[]): string {
  const written = members.map(
    ([name, expression]) => `${name === "__proto__" ? '["__proto__"]' : memberName(name)}:${expression}`,
  );
  return `{${written.join(",")}}`;
}

/** A member's name in an object literal or a type. */
export function memberName(name: string): string {
  return identifier.test(name) ? name : stringLiteral(name);
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
    .replace(/(^|[\s*{(])@(?=[A-Za-z])/g, "$1\\@")
    .replace(/@internal/gi, "@ internal")
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .trim();
}
