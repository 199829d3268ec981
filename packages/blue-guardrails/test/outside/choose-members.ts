import { isObject, type JsonObject } from "./read-values.ts";
import { invalid } from "./refusal.ts";

/** Names and what is asked for inside each, of a text such as `(id,messages(role))`. */
export type Names = Readonly<{ [name: string]: Names }>;

/** Reads a parameter of the query that is such a list; `!` before it belongs to no name. Without the parameter there are none. */
export function readNames(query: URLSearchParams, parameter: string): Names | undefined {
  const text = query.get(parameter)?.replace(/^!/, "");
  if (text === undefined) return undefined;
  // JSON has the same shape once names are quoted: (a,b(c)) is {"a":{},"b":{"c":{}}}.
  const json = text
    .replaceAll(/\w+(?!\w|\()/g, '"$&":{}')
    .replaceAll(/(\w+)\(/g, '"$1":{')
    .replaceAll("(", "{");
  try {
    return JSON.parse(json.replaceAll(")", "}")) as Names; // nothing else than names and braces is left
  } catch {
    throw invalid(["query", parameter], "Input should be a list in parentheses");
  }
}

/** Keeps what `fields` names, or leaves that out where it begins with `!`. */
export function chooseMembers(query: URLSearchParams, item: JsonObject): JsonObject {
  const names = readNames(query, "fields");
  const isExclusion = query.get("fields")?.startsWith("!") === true;
  return names ? choose(item, names, isExclusion) : item;
}

function choose(item: JsonObject, names: Names, isExclusion: boolean): JsonObject {
  const chosen: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(item)) {
    const inside = names[name];
    const isWhole = inside === undefined || Object.keys(inside).length === 0;
    const within = (one: unknown): unknown => (isObject(one) && inside ? choose(one, inside, isExclusion) : one);
    if (!isWhole) chosen[name] = Array.isArray(value) ? value.map(within) : within(value);
    else if ((inside === undefined) === isExclusion) chosen[name] = value;
  }
  return chosen;
}
