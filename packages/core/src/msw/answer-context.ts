import type { Bodies } from "./bodies.ts";
import type { Collections } from "./collections.ts";
import type { Exchange } from "./exchange.ts";
import type { Selection } from "./list-query.ts";
import type { MockData, MockResource, MockResourceOperation } from "./mock-data.ts";
import type { MockBehaviour, MockDefinition } from "./mock-definition.ts";
import { declares } from "./resource-schema.ts";

/** What an operation does to which collection. */
export interface Binding {
  readonly resource: MockResource;
  readonly role: MockResourceOperation;
}

/** What answers are made from. */
export interface AnswerContext {
  readonly data: MockData;
  readonly bodies: Bodies;
  readonly collections: Collections;
  readonly definition: Pick<MockDefinition, "select" | "page">;
  readonly behaviour: Pick<MockBehaviour<string>, "writes" | "scope" | "select" | "changed">;
}

/** What the request's scope says of the items of a collection. */
export function scopeOf(
  { behaviour, data }: AnswerContext,
  exchange: Exchange,
  resource: MockResource,
): readonly Selection[] {
  return Object.entries(behaviour.scope?.(exchange) ?? {})
    .filter(([property]) => declares({ resource, data }, property))
    .map(([property, value]) => ({ property, value, parent: true }));
}
