import { resolvePointer, toPointer } from "./json-pointer.ts";
import { isJsonObject, member, type JsonValue } from "./json-value.ts";
import type { Problem } from "./spec-error.ts";

/** Members whose value is data and not description: a `$ref` in there is no reference. */
const dataMembers = new Set(["example", "examples", "default", "enum", "const"]);

/**
 * Checks that every `$ref` stays in the document and names something. References to files and hosts are refused rather than
 * fetched: a specification is untrusted input, and generation is offline. Recursive schemas are fine; a reference that leads
 * only to itself is not.
 */
export function checkReferences(document: JsonValue, file: string): Problem[] {
  const problems: Problem[] = [];

  function check(reference: JsonValue, segments: readonly (string | number)[]): void {
    const problem = referenceProblem(document, reference);
    if (problem === undefined) return;
    problems.push({ file, pointer: toPointer([...segments, "$ref"]), ...problem });
  }

  function walk(value: JsonValue, segments: readonly (string | number)[], named: boolean): void {
    if (Array.isArray(value)) {
      for (const [index, entry] of value.entries()) walk(entry, [...segments, index], false);
      return;
    }
    if (!isJsonObject(value)) return;
    // Under `properties` and the like the names are free: one called $ref or example is an ordinary property.
    for (const [name, entry] of Object.entries(value)) {
      if (!named && name === "$ref") check(entry, segments);
      else if (!named && (dataMembers.has(name) || name.startsWith("x-"))) continue;
      else walk(entry, [...segments, name], !named && namingMembers.has(name));
    }
  }

  walk(document, [], false);
  return problems;
}

/** Members that map free names to objects. */
const namingMembers = new Set([
  "properties",
  "patternProperties",
  "$defs",
  "schemas",
  "responses",
  "parameters",
  "requestBodies",
  "headers",
  "securitySchemes",
  "links",
  "callbacks",
  "pathItems",
  "paths",
  "content",
  "encoding",
  "mapping",
  "variables",
]);

function referenceProblem(document: JsonValue, reference: JsonValue): { problem: string; mend: string } | undefined {
  if (typeof reference !== "string") {
    return { problem: "$ref is not a string", mend: "write a reference such as #/components/schemas/Name" };
  }
  if (!reference.startsWith("#/")) {
    const problem = `the reference ${JSON.stringify(reference)} leaves this file; files and hosts are never read`;
    return { problem, mend: "bundle the specification into one file and refer to #/components/…" };
  }
  const seen = new Set<string>();
  let current: JsonValue | undefined = reference;
  while (typeof current === "string") {
    if (seen.has(current)) {
      return { problem: `the reference ${JSON.stringify(reference)} leads only to itself`, mend: "describe it once" };
    }
    seen.add(current);
    const target = current.startsWith("#/") ? resolvePointer(document, current.slice(1)) : undefined;
    if (!isJsonObject(target) && typeof target !== "boolean") {
      const problem = `the reference ${JSON.stringify(reference)} names nothing`;
      return { problem, mend: "add the component, or correct the name" };
    }
    current = member(target, "$ref");
  }
  return undefined;
}
