import { member, type JsonObject, type JsonValue } from "./json-value.ts";
import { resolveReference } from "./resolve-reference.ts";

const places: readonly (JsonValue | undefined)[] = ["path", "query", "header", "cookie"];

/** Parameters by place, then by name; their order in a list says nothing. */
export function sortParameters(document: JsonObject, parameters: readonly JsonValue[]): JsonValue[] {
  const keyed = parameters.map((parameter) => ({ parameter, key: sortKey(resolveReference(document, parameter)) }));
  return keyed
    .sort((first, second) => (first.key < second.key ? -1 : first.key > second.key ? 1 : 0))
    .map(({ parameter }) => parameter);
}

function sortKey(parameter: JsonObject): string {
  const place = places.indexOf(member(parameter, "in"));
  return `${place} ${JSON.stringify(member(parameter, "name") ?? null)}`;
}
