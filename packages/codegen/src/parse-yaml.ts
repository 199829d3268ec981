import { isScalar, LineCounter, parseDocument, visit, type Document } from "yaml";
import type { JsonValue } from "./json-value.ts";
import { SpecError } from "./spec-error.ts";
import { toJsonValue } from "./to-json-value.ts";

/**
 * Parses YAML 1.2, of which JSON is a part, into plain JSON values.
 *
 * @param text - The file's text.
 * @param file - The file's name for messages.
 * @throws SpecError where it does not parse, names a member twice, or holds what JSON cannot (a cycle of aliases, `.inf`).
 */
export function parseYaml(text: string, file: string): JsonValue {
  const lineCounter = new LineCounter();
  // The parser's own search for a second key of one name takes the square of a map's size: minutes for one of 100,000.
  const document = parseDocument(text, { lineCounter, prettyErrors: false, strict: true, uniqueKeys: false });
  const fault = syntaxFault(document) ?? duplicateKey(document);
  if (fault !== undefined) {
    const { line, col } = lineCounter.linePos(fault.offset);
    throw new SpecError([{ file, position: { line, column: col }, problem: fault.problem, mend: fault.mend }]);
  }
  return toJsonValue(expand(document, file), file);
}

interface Fault {
  readonly offset: number;
  readonly problem: string;
  readonly mend: string;
}

function syntaxFault(document: Document.Parsed): Fault | undefined {
  const error = document.errors[0] ?? document.warnings[0];
  if (error === undefined) return undefined;
  const [offset] = error.pos;
  if (/call stack/i.test(error.message))
    return { offset, problem: "nested too deeply", mend: "nest less deeply there" };
  return { offset, problem: `not YAML: ${oneLine(error.message)}`, mend: "correct the syntax there" };
}

/** Keys that become one member are one key: `1` and `"1"` are both the member `1` of an object. */
function duplicateKey(document: Document.Parsed): Fault | undefined {
  let found: Fault | undefined;
  visit(document, {
    Map(_position, { items }) {
      const seen = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) {
          const problem = `not YAML: the key ${JSON.stringify(name)} stands there twice`;
          found = { offset: key.range?.[0] ?? 0, problem, mend: "keep one of the two" };
          return visit.BREAK;
        }
        seen.add(name);
      }
      return undefined;
    },
  });
  return found;
}

/** Alias expansion is bounded, so that a few nested aliases cannot fill the memory. */
function expand(document: Document.Parsed, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 1000 });
  } catch (error) {
    const reason = error instanceof Error ? oneLine(error.message) : "an alias cannot be expanded";
    throw new SpecError([
      { file, problem: `not usable YAML: ${reason}`, mend: "write out what the aliases stand for" },
    ]);
  }
}

function oneLine(message: string): string {
  return message.replace(/\s+/g, " ").replace(/[.:]\s*$/, "");
}
