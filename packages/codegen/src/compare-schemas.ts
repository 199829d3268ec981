import { compareMembers } from "./compare-members.ts";
import { compareTypes } from "./compare-types.ts";
import { compareValues } from "./compare-values.ts";
import { isJsonObject, member, type JsonObject, type JsonValue } from "./json-value.ts";
import { schemaName } from "./resolve-reference.ts";
import type { Direction, SpecChange } from "./spec-change.ts";

/** Two versions of one schema. */
export interface SchemaPair {
  readonly before: JsonValue | undefined;
  readonly after: JsonValue | undefined;
  readonly subject: string;
  readonly direction: Direction;
}

/**
 * Compares two versions of a schema. References are compared by the name they give: what a component holds is compared once, where it
 * is declared.
 */
export function compareSchemas(pair: SchemaPair): SpecChange[] {
  const types = compareTypes(pair);
  const [before, after] = [core(pair.before), core(pair.after)];
  if (schemaName(before) !== undefined || schemaName(after) !== undefined) return types;
  const inner = { ...pair, before, after };
  return [...types, ...compareValues(inner), ...compareMembers(inner), ...compareParts(inner)];
}

/** The one schema that says something, without what only makes it nullable. */
function core(schema: JsonValue | undefined): JsonObject {
  if (!isJsonObject(schema)) return {};
  for (const keyword of ["allOf", "oneOf", "anyOf"]) {
    const parts = member(schema, keyword);
    const telling = Array.isArray(parts) ? parts.filter((part) => member(part, "type") !== "null") : [];
    const [only] = telling;
    if (telling.length === 1 && isJsonObject(only) && member(schema, "properties") === undefined) return core(only);
  }
  return schema;
}

/** Compares what a schema is put together from, part by part where there are as many as before. */
function compareParts({ before, after, subject, direction }: SchemaPair): SpecChange[] {
  const changes: SpecChange[] = [];
  for (const keyword of ["allOf", "oneOf", "anyOf"]) {
    const [old, now] = [listOf(before, keyword), listOf(after, keyword)];
    if (old.length !== now.length) continue; // The types tell it.
    for (const [index, part] of now.entries()) {
      changes.push(...compareSchemas({ before: old[index], after: part, subject, direction }));
    }
  }
  const [oldItems, items] = [member(before, "items"), member(after, "items")];
  if (oldItems !== undefined && items !== undefined) {
    changes.push(...compareSchemas({ before: oldItems, after: items, subject: `${subject}[]`, direction }));
  }
  return changes;
}

function listOf(schema: JsonValue | undefined, keyword: string): readonly JsonValue[] {
  const parts = member(schema, keyword);
  return Array.isArray(parts) ? parts : [];
}
