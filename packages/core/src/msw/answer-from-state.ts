import { isPlainObject } from "../is-plain-object.ts";
import type { MemberPath } from "../page-description.ts";
import { defaultResponse, type Answer } from "./answer.ts";
import type { Bodies } from "./bodies.ts";
import type { Collections } from "./collections.ts";
import type { Item } from "./seed-items.ts";
import type { Exchange } from "./exchange.ts";
import { listPage } from "./list-page.ts";
import { readListQuery, readSelections, type Selection } from "./list-query.ts";
import { declares } from "./resource-schema.ts";
import type { MockData, MockResource, MockResourceOperation, MockResponse, MockSchema } from "./mock-data.ts";
import { ownMember } from "./own-member.ts";
import { componentName, flattenSchema, memberSchema } from "./resolve-schema.ts";
import { validate } from "./validate.ts";
import type { MockBehaviour, MockDefinition } from "./mock-definition.ts";
import { withMember } from "./with-member.ts";

interface Binding {
  readonly resource: MockResource;
  readonly role: MockResourceOperation;
}

interface World {
  readonly data: MockData;
  readonly bodies: Bodies;
  readonly collections: Collections;
  readonly definition: Pick<MockDefinition, "select" | "page">;
  readonly behaviour: Pick<MockBehaviour<string>, "writes" | "scope" | "changed">;
}

/** How many items a list has that belongs to no collection. */
const looseLength = 3;

/** Makes what answers an operation's default success: from its collection where it has one, from its schema otherwise. */
export function createStateAnswers(world: World): (exchange: Exchange) => Answer {
  const bindings = new Map(
    world.data.resources.flatMap((resource) =>
      resource.operations.map((role): [string, Binding] => [role.id, { resource, role }]),
    ),
  );
  return (exchange) => {
    const binding = bindings.get(exchange.operation.id);
    if (binding?.role.does === "list") return answerList(world, exchange, binding);
    if (!binding && exchange.operation.page) return answerLooseList(world, exchange);
    if (binding?.role.does === "create") return answerItem(world, exchange, binding);
    if (binding?.role.parameter !== undefined) return answerItem(world, exchange, binding);
    return succeed(world, exchange, []);
  };
}

function answerList(world: World, exchange: Exchange, { resource, role }: Binding): Answer {
  const path = exchange.operation.page?.items ?? role.item ?? [];
  const query = readListQuery(exchange, role);
  const selections = [...query.selections, ...scopeOf(world, exchange, resource)];
  const all = world.collections.list(resource, { ...query, selections });
  const items = world.definition.select?.(exchange, all) ?? all;
  if ("refusal" in items) return items;
  const schema = itemSchema(world, exchange, path);
  const isWhole = componentName(schema) === resource.schema;
  return answerPage(world, exchange, {
    path,
    items: isWhole ? items : items.map((item) => shorten(world, schema, item)),
  });
}

/** What the request's scope says of the items of a collection. */
function scopeOf({ behaviour, data }: World, exchange: Exchange, resource: MockResource): readonly Selection[] {
  return Object.entries(behaviour.scope?.(exchange) ?? {})
    .filter(([property]) => declares({ resource, data }, property))
    .map(([property, value]) => ({ property, value, parent: true }));
}

/** The item as a list shows it that has a shorter form than the collection. */
function shorten({ data, bodies }: World, schema: MockSchema, item: Item): unknown {
  const properties = flattenSchema(schema, data.schemas).properties;
  if (!properties) return item;
  const kept = Object.fromEntries(Object.entries(item).filter(([name]) => Object.hasOwn(properties, name)));
  if (validate(schema, kept, data.schemas).length === 0) return kept;
  return bodies.value(schema, { purpose: "short form", given: kept });
}

function answerLooseList(world: World, exchange: Exchange): Answer {
  const path = exchange.operation.page?.items ?? [];
  const schema = itemSchema(world, exchange, path);
  const items = Array.from({ length: looseLength }, (_, index) =>
    world.bodies.value(schema, { purpose: `${exchange.operation.id}|item ${String(index)}` }),
  );
  return answerPage(world, exchange, { path, items });
}

function answerPage(
  world: World,
  exchange: Exchange,
  { path, items }: { path: MemberPath; items: readonly unknown[] },
): Answer {
  const { page: description = { style: "single-page", items: path } } = exchange.operation;
  const page = world.definition.page?.(exchange, items) ?? listPage(description, items, exchange);
  if ("refusal" in page) return page;
  const ends = page.members.map(([place, value]): [MemberPath, unknown] => [
    place,
    value === null ? endOf(world, exchange, place) : value,
  ]);
  return succeed(world, exchange, [[path, page.items], ...ends]);
}

/** How an answer says that there is no next page: null where its schema has that, nothing or an empty text otherwise. */
function endOf({ data }: World, exchange: Exchange, path: MemberPath): null | undefined | "" {
  const [, { schema = {} }] = defaultResponse(exchange.operation);
  const parent = schemaAt(data, schema, path.slice(0, -1));
  const name = path.at(-1) ?? "";
  const member = flattenSchema(memberSchema(parent, name, data.schemas) ?? {}, data.schemas);
  if (validate(member, null, data.schemas).length === 0) return null;
  return flattenSchema(parent, data.schemas).required?.includes(name) === true ? "" : undefined;
}

function answerItem(world: World, exchange: Exchange, binding: Binding): Answer {
  const { resource, role } = binding;
  const item = reach(world, exchange, binding);
  if (!item) {
    const key = ownMember(exchange.params.path, role.parameter ?? "");
    return { refusal: { status: 404, message: `There is no ${resource.schema} "${String(key)}".` } };
  }
  if (role.does === "create" || role.does === "update" || role.does === "delete") {
    world.behaviour.changed?.({ exchange, resource: resource.name, does: role.does, item });
  }
  return succeed(world, exchange, role.item ? [[role.item, item]] : []);
}

/** The item that an operation is about, after it did what it does. */
function reach(world: World, exchange: Exchange, { resource, role }: Binding): Item | undefined {
  const { collections } = world;
  const key = ownMember(exchange.params.path, role.parameter ?? "");
  switch (role.does) {
    case "create":
      return collections.create(resource, readWrite(world, exchange, { resource, role }));
    case "update": {
      const before = collections.find(resource, key);
      return before && collections.update(resource, key, readWrite(world, exchange, { resource, role, before }));
    }
    case "delete":
      return collections.remove(resource, key);
    default:
      return collections.find(resource, key);
  }
}

/** What a request writes: its body, what its path says of the item, and what the platform makes of both. */
function readWrite(
  world: World,
  exchange: Exchange,
  { resource, role, before }: Binding & { readonly before?: Item },
): Item {
  const scope = before ? [] : scopeOf(world, exchange, resource);
  const parents = [...scope, ...readSelections(exchange, role).filter(({ parent }) => parent)];
  const body = isPlainObject(exchange.body) ? exchange.body : {};
  const sent = parents.reduce<unknown>(
    (item, { property, value }) => withMember(item, property.split("."), value),
    body,
  );
  const item = isPlainObject(sent) ? sent : {};
  return (
    ownMember(world.behaviour.writes ?? {}, resource.name)?.({ exchange, sent: item, ...(before && { before }) }) ??
    item
  );
}

function succeed(
  { bodies }: World,
  exchange: Exchange,
  members: readonly (readonly [path: MemberPath, value: unknown])[],
): Answer {
  const [status, response] = defaultResponse(exchange.operation);
  const whole = members.find(([path]) => path.length === 0);
  const others = members.filter(([path]) => path.length > 0);
  // Items are in place already: an empty list keeps others from being made up, only to be replaced.
  const given = others.reduce<unknown>(
    (result, [path, value]) => withMember(result, path, Array.isArray(value) ? [] : value),
    undefined,
  );
  const body = whole ? whole[1] : bodies.response(exchange, response, given);
  return {
    status,
    response,
    body: others.reduce((result, [path, value]) => withMember(result, path, value), body),
  };
}

function itemSchema({ data }: World, { operation }: Exchange, path: MemberPath): MockSchema {
  const [, { schema = {} }]: readonly [number, MockResponse] = defaultResponse(operation);
  return flattenSchema(schemaAt(data, schema, path), data.schemas).items ?? {};
}

function schemaAt({ schemas }: MockData, schema: MockSchema, path: MemberPath): MockSchema {
  return path.reduce<MockSchema>((parent, name) => memberSchema(parent, name, schemas) ?? {}, schema);
}
