import { readProperty, type Exchange, type Item, type Refusal } from "@labelwire/core/msw";
import { mockData } from "../generated/mock.ts";
import { holdsLogic, LogicError } from "./json-logic.ts";

// A filter calls properties by the names that its list is filtered and sorted by: the owner is the owner's name.
const fieldsOf = new Map(
  mockData.resources.flatMap(({ operations }) =>
    operations.map(({ id, filters, sort }) => [id, { ...sort?.fields, ...filters }] as const),
  ),
);

/** The items for which the condition in `filter` holds; all of them where there is none. */
export function selectByFilter({ operation, url }: Exchange, items: readonly Item[]): readonly Item[] | Refusal {
  const filter = url.searchParams.get("filter") ?? "";
  if (filter === "" || !operation.parameters.some(({ name }) => name === "filter")) return items;
  const fields = fieldsOf.get(operation.id) ?? {};
  const read = (item: Item, name: string): unknown =>
    readProperty(item, Object.hasOwn(fields, name) ? (fields[name] ?? name) : name);
  try {
    const condition: unknown = JSON.parse(filter);
    return items.filter((item) => holdsLogic(condition, (name) => read(item, name)));
  } catch (error) {
    if (!(error instanceof LogicError || error instanceof SyntaxError)) throw error;
    return { refusal: { status: 400, message: `filter: ${error.message}` } };
  }
}
