import { CORE_SCHEMA, load, YAMLException } from "js-yaml";
import type { JsonValue } from "./json-value.ts";
import { SpecError, type Problem } from "./spec-error.ts";
import { toJsonValue } from "./to-json-value.ts";

/** Far deeper than any description is written. */
const maxDepth = 300;
/** A few aliases are handy; many are a way to fill the memory. */
const maxAliases = 1000;

/**
 * Parses YAML 1.2, of which JSON is a part, into plain JSON values.
 *
 * @param text - The file's text.
 * @param file - The file's name for messages.
 * @throws SpecError where it does not parse, names a member twice, or holds what JSON cannot (a cycle of aliases, `.inf`).
 */
export function parseYaml(text: string, file: string): JsonValue {
  return toJsonValue(parse(text, file), file);
}

function parse(text: string, file: string): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA, maxDepth, maxAliases });
  } catch (error) {
    if (error instanceof YAMLException) throw new SpecError([{ file, ...describe(error) }]);
    throw error;
  }
}

function describe({ reason, mark }: YAMLException): Omit<Problem, "file"> {
  const position = mark === undefined ? {} : { position: { line: mark.line + 1, column: mark.column + 1 } };
  return { ...position, ...explain(reason.replace(/\s+/g, " ")) };
}

function explain(reason: string): Pick<Problem, "problem" | "mend"> {
  if (reason.includes("maxDepth")) return { problem: "it is nested too deeply", mend: "nest less deeply there" };
  if (/alias/i.test(reason))
    return { problem: `not usable YAML: ${reason}`, mend: "write out what the aliases stand for" };
  if (reason.startsWith("duplicated")) return { problem: `not YAML: ${reason}`, mend: "keep one of the two" };
  return { problem: `not YAML: ${reason}`, mend: "correct the syntax there" };
}
