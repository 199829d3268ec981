import type { MemberPath } from "../page-description.ts";
import { scopeOf, type AnswerContext, type Binding } from "./answer-context.ts";
import { defaultResponse, type Answer } from "./answer.ts";
import type { Exchange } from "./exchange.ts";
import { listPage } from "./list-page.ts";
import { readListQuery } from "./list-query.ts";
import type { MockData, MockSchema } from "./mock-data.ts";
import { componentName, flattenSchema, memberSchema } from "./resolve-schema.ts";
import type { Item } from "./seed-items.ts";
import { succeed } from "./succeed.ts";
import { validate } from "./validate.ts";

/** How many items a list has that belongs to no collection. */
const looseLength = 3;

/** Answers with the page of a collection that a request asks for. */
export function answerList(context: AnswerContext, exchange: Exchange, { resource, role }: Binding): Answer {
  const path = exchange.operation.page?.items ?? role.item ?? [];
  const query = readListQuery(exchange, role);
  const selections = [...query.selections, ...scopeOf(context, exchange, resource)];
  const all = context.collections.list(resource, { ...query, selections });
  const narrowed = context.definition.select?.(exchange, all) ?? all;
  if ("refusal" in narrowed) return narrowed;
  const items = context.behaviour.select?.(exchange, narrowed) ?? narrowed;
  if ("refusal" in items) return items;
  const schema = itemSchema(context, exchange, path);
  const isWhole = componentName(schema) === resource.schema;
  return answerPage(context, exchange, {
    path,
    items: isWhole ? items : items.map((item) => shorten(context, schema, item)),
  });
}

/** The item as a list shows it that has a shorter form than the collection. */
function shorten({ data, bodies }: AnswerContext, schema: MockSchema, item: Item): unknown {
  const properties = flattenSchema(schema, data.schemas).properties;
  if (!properties) return item;
  const kept = Object.fromEntries(Object.entries(item).filter(([name]) => Object.hasOwn(properties, name)));
  if (validate(schema, kept, data.schemas).length === 0) return kept;
  return bodies.value(schema, { purpose: "short form", given: kept });
}

/** Answers a list that belongs to no collection: its items are made up. */
export function answerLooseList(context: AnswerContext, exchange: Exchange): Answer {
  const path = exchange.operation.page?.items ?? [];
  const schema = itemSchema(context, exchange, path);
  const items = Array.from({ length: looseLength }, (_, index) =>
    context.bodies.value(schema, { purpose: `${exchange.operation.id}|item ${String(index)}` }),
  );
  return answerPage(context, exchange, { path, items });
}

function answerPage(
  context: AnswerContext,
  exchange: Exchange,
  { path, items }: { path: MemberPath; items: readonly unknown[] },
): Answer {
  const { page: description = { style: "single-page", items: path } } = exchange.operation;
  const page = context.definition.page?.(exchange, items) ?? listPage(description, items, exchange);
  if ("refusal" in page) return page;
  const ends = page.members.map(([place, value]): [MemberPath, unknown] => [
    place,
    value === null ? endOf(context, exchange, place) : value,
  ]);
  return succeed(context, exchange, [[path, page.items], ...ends]);
}

/** How an answer says that there is no next page: null where its schema has that, nothing or an empty text otherwise. */
function endOf({ data }: AnswerContext, exchange: Exchange, path: MemberPath): null | undefined | "" {
  const [, { schema = {} }] = defaultResponse(exchange.operation);
  const parent = schemaAt(data, schema, path.slice(0, -1));
  const name = path.at(-1) ?? "";
  const member = flattenSchema(memberSchema(parent, name, data.schemas) ?? {}, data.schemas);
  if (validate(member, null, data.schemas).length === 0) return null;
  return flattenSchema(parent, data.schemas).required?.includes(name) === true ? "" : undefined;
}

function itemSchema({ data }: AnswerContext, { operation }: Exchange, path: MemberPath): MockSchema {
  const [, { schema = {} }] = defaultResponse(operation);
  return flattenSchema(schemaAt(data, schema, path), data.schemas).items ?? {};
}

function schemaAt({ schemas }: MockData, schema: MockSchema, path: MemberPath): MockSchema {
  return path.reduce<MockSchema>((parent, name) => memberSchema(parent, name, schemas) ?? {}, schema);
}
