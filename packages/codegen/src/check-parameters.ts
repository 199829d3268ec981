import { isJsonObject, member, type JsonObject, type JsonValue } from "./json-value.ts";
import { resolveReference } from "./resolve-reference.ts";
import type { Problem } from "./spec-error.ts";

/** An operation, and what is around it. */
export interface ParameterCheck {
  readonly document: JsonObject;
  readonly file: string;
  readonly path: string;
  readonly item: JsonObject;
  readonly operation: JsonObject;
  readonly pointer: string;
}

/** Checks that the placeholders of a path and the path parameters declared for it are the same, and that each parameter is whole. */
export function checkParameters({ document, file, path, item, operation, pointer }: ParameterCheck): Problem[] {
  const problems: Problem[] = [];
  const declared = new Set<string>();
  const entries = [...listOf(item), ...listOf(operation)];
  for (const entry of entries) {
    const parameter = resolveReference(document, entry);
    const name = member(parameter, "name");
    const place = member(parameter, "in");
    const at = `${pointer}/parameters`;
    if (typeof name !== "string" || name === "" || !isPlace(place)) {
      const mend = 'give it a name, and one of "path", "query", "header", "cookie" as `in`';
      problems.push({ file, pointer: at, problem: "a parameter has no name or no place", mend });
      continue;
    }
    if (!isJsonObject(member(parameter, "schema")) && !isJsonObject(member(parameter, "content"))) {
      const problem = `the parameter ${JSON.stringify(name)} has no schema`;
      problems.push({ file, pointer: at, problem, mend: "give it a schema" });
    }
    if (place !== "path") continue;
    declared.add(name);
    if (member(parameter, "required") !== true) {
      const problem = `the path parameter ${JSON.stringify(name)} is not required`;
      problems.push({ file, pointer: at, problem, mend: "add `required: true`; a path cannot be sent without it" });
    }
    if (!path.includes(`{${name}}`)) {
      const problem = `the path parameter ${JSON.stringify(name)} is not in the path`;
      problems.push({ file, pointer: at, problem, mend: `remove it, or write {${name}} into the path` });
    }
  }
  for (const [, name = ""] of path.matchAll(/\{([^{}]*)\}/g)) {
    if (declared.has(name)) continue;
    const problem = `{${name}} in the path is not declared as a parameter`;
    problems.push({ file, pointer, problem, mend: `declare the path parameter ${JSON.stringify(name)}` });
  }
  return problems;
}

function listOf(holder: JsonObject): readonly JsonValue[] {
  const parameters = member(holder, "parameters");
  return Array.isArray(parameters) ? parameters : [];
}

function isPlace(place: unknown): boolean {
  return place === "path" || place === "query" || place === "header" || place === "cookie";
}
