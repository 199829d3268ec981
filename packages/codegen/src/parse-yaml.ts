import { LineCounter, parseDocument, type ErrorCode } from "yaml";
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
  const document = parseDocument(text, { lineCounter, prettyErrors: false, strict: true, uniqueKeys: true });
  const error = document.errors[0] ?? document.warnings[0];
  if (error !== undefined) {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    throw new SpecError([
      {
        file,
        position: { line, column: col },
        problem: `not YAML: ${oneLine(error.message)}`,
        mend: mendFor(error.code),
      },
    ]);
  }
  return toJsonValue(expand(document, file), file);
}

/** Alias expansion is bounded, so that a few nested aliases cannot fill the memory. */
function expand(document: ReturnType<typeof parseDocument>, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 1000 });
  } catch (error) {
    const reason = error instanceof Error ? oneLine(error.message) : "an alias cannot be expanded";
    throw new SpecError([
      { file, problem: `not usable YAML: ${reason}`, mend: "write out what the aliases stand for" },
    ]);
  }
}

function mendFor(code: ErrorCode): string {
  return code === "DUPLICATE_KEY" ? "keep one of the two" : "correct the syntax there";
}

function oneLine(message: string): string {
  return message.replace(/\s+/g, " ").replace(/[.:]\s*$/, "");
}
