import type { JsonValue } from "./json-value.ts";
import { member } from "./json-value.ts";
import type { Specification } from "./openapi.ts";
import { schemaName } from "./resolve-reference.ts";
import { innerSchemas } from "./schema-walk.ts";
import type { Direction } from "./spec-change.ts";

/** The names of the component schemas that requests and answers lead to. */
export interface SchemaUsage {
  /** Which way the component `name` travels. One that no operation uses may be used either way by its name. */
  direction(name: string): Direction;
}

/** Finds which component schemas are sent and which are received. */
export function schemaUsage(specification: Specification): SchemaUsage {
  const { operations } = specification;
  const sent = reach(specification, [
    ...operations.flatMap(({ parameters }) => parameters.map(({ schema }) => schema)),
    ...operations.flatMap(({ body }) => (body?.content ?? []).map(({ schema }) => schema)),
  ]);
  const received = reach(
    specification,
    operations.flatMap(({ responses }) => responses.flatMap(({ content }) => content.map(({ schema }) => schema))),
  );
  return {
    direction(name) {
      const used = { sent: sent.has(name), received: received.has(name) };
      return used.sent || used.received ? used : { sent: true, received: true };
    },
  };
}

function reach({ schemas }: Specification, roots: readonly (JsonValue | undefined)[]): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = [...roots];
  while (pending.length > 0) {
    const schema = pending.pop();
    if (schema === undefined) continue;
    const name = schemaName(schema);
    if (name === undefined) pending.push(...innerSchemas(schema));
    else if (!found.has(name)) {
      found.add(name);
      pending.push(member(schemas, name));
    }
  }
  return found;
}
