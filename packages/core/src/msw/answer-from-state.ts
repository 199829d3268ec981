import { isPlainObject } from "../is-plain-object.ts";
import { scopeOf, type AnswerContext, type Binding } from "./answer-context.ts";
import { answerList, answerLooseList } from "./answer-list.ts";
import type { Answer } from "./answer.ts";
import type { Exchange } from "./exchange.ts";
import { readSelections } from "./list-query.ts";
import { ownMember } from "./own-member.ts";
import type { Item } from "./seed-items.ts";
import { succeed } from "./succeed.ts";
import { withMember } from "./with-member.ts";

/** Makes what answers an operation's default success: from its collection where it has one, from its schema otherwise. */
export function createStateAnswers(context: AnswerContext): (exchange: Exchange) => Answer {
  const bindings = new Map(
    context.data.resources.flatMap((resource) =>
      resource.operations.map((role): [string, Binding] => [role.id, { resource, role }]),
    ),
  );
  return (exchange) => {
    const binding = bindings.get(exchange.operation.id);
    if (binding?.role.does === "list") return answerList(context, exchange, binding);
    if (!binding && exchange.operation.page) return answerLooseList(context, exchange);
    if (binding?.role.does === "create") return answerItem(context, exchange, binding);
    if (binding?.role.parameter !== undefined) return answerItem(context, exchange, binding);
    return succeed(context, exchange, []);
  };
}

function answerItem(context: AnswerContext, exchange: Exchange, binding: Binding): Answer {
  const { resource, role } = binding;
  const item = reach(context, exchange, binding);
  if (!item) {
    const key = ownMember(exchange.params.path, role.parameter ?? "");
    return { refusal: { status: 404, message: `There is no ${resource.schema} "${String(key)}".` } };
  }
  if (role.does === "create" || role.does === "update" || role.does === "delete") {
    context.behaviour.changed?.({ exchange, resource: resource.name, does: role.does, item });
  }
  return succeed(context, exchange, role.item ? [[role.item, item]] : []);
}

/** The item that an operation is about, after it did what it does. */
function reach(context: AnswerContext, exchange: Exchange, { resource, role }: Binding): Item | undefined {
  const { collections } = context;
  const key = ownMember(exchange.params.path, role.parameter ?? "");
  switch (role.does) {
    case "create":
      return collections.create(resource, readWrite(context, exchange, { resource, role }));
    case "update": {
      const before = collections.find(resource, key);
      return before && collections.update(resource, key, readWrite(context, exchange, { resource, role, before }));
    }
    case "delete":
      return collections.remove(resource, key);
    default:
      return collections.find(resource, key);
  }
}

/** What a request writes: its body, what its path says of the item, and what the platform makes of both. */
function readWrite(
  context: AnswerContext,
  exchange: Exchange,
  { resource, role, before }: Binding & { readonly before?: Item },
): Item {
  const scope = before ? [] : scopeOf(context, exchange, resource);
  const parents = [...scope, ...readSelections(exchange, role).filter(({ parent }) => parent)];
  const body = isPlainObject(exchange.body) ? exchange.body : {};
  const sent = parents.reduce<unknown>(
    (item, { property, value }) => withMember(item, property.split("."), value),
    body,
  );
  const item = isPlainObject(sent) ? sent : {};
  return (
    ownMember(context.behaviour.writes ?? {}, resource.name)?.({ exchange, sent: item, ...(before && { before }) }) ??
    item
  );
}
