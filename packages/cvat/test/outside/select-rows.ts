import { compare, fitsFilter } from "./json-logic.ts";
import { isObject, type JsonObject } from "./json-value.ts";
import { refuseList } from "./refusal.ts";

/** How the rows of a list can be looked at. */
export interface ListRules {
  /** The fields that `filter`, `sort` and parameters of their own know; users by their names. */
  readonly fields: readonly string[];
  readonly searched: readonly string[];
}

/** The rows that a query asks for, sorted as it says. */
export function selectRows(
  rows: Iterable<JsonObject>,
  query: URLSearchParams,
  rules: ListRules,
): readonly JsonObject[] {
  const search = query.get("search")?.toLowerCase() ?? "";
  const filter = query.get("filter") ?? "";
  const selected = [...rows].filter((row) => {
    const read = (name: string): unknown => readField(row, name, rules);
    const equals = (name: string): boolean => !query.has(name) || String(read(name)) === query.get(name);
    const holds = (name: string): boolean => String(read(name)).toLowerCase().includes(search);
    return (
      rules.fields.every(equals) &&
      (search === "" || rules.searched.some(holds)) &&
      (filter === "" || fitsFilter(filter, read))
    );
  });
  return sortRows(selected, query.get("sort") ?? "-id", rules);
}

function sortRows(rows: JsonObject[], order: string, rules: ListRules): readonly JsonObject[] {
  const keys = order.split(",").map((key) => ({ name: key.replace(/^-/, ""), sign: key.startsWith("-") ? -1 : 1 }));
  return rows.sort((left, right) => {
    for (const { name, sign } of keys) {
      const difference = sign * compare(readField(left, name, rules), readField(right, name, rules));
      if (difference !== 0 && !Number.isNaN(difference)) return difference;
    }
    return 0;
  });
}

function readField(row: JsonObject, name: string, { fields }: ListRules): unknown {
  if (!fields.includes(name)) throw refuseList(`filter: ${name} is not a known field`);
  const value = row[name];
  return isObject(value) ? value["username"] : value;
}
