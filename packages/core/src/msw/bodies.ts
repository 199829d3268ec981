import { isPlainObject } from "../is-plain-object.ts";
import { canonicalJson } from "./canonical-json.ts";
import { deepMerge } from "./deep-merge.ts";
import type { Exchange } from "./exchange.ts";
import { generate } from "./generate.ts";
import type { MockResource, MockResponse, MockSchema } from "./mock-data.ts";
import type { MockDefinition } from "./mock-definition.ts";
import { ownMember } from "./own-member.ts";
import { createRandom, type Random } from "./random.ts";
import type { Item } from "./seed-items.ts";

/** Makes bodies and items, each from the seed and from what it is for, so that no call changes what another makes. */
export interface Bodies {
  random(purpose: string): Random;
  /** A value of a schema for a purpose, with `given` laid over it. */
  value(schema: MockSchema, options: { purpose: string; given?: unknown; sample?: unknown }): unknown;
  /** A value of a component. */
  component(name: string, options: { purpose: string; given?: unknown }): unknown;
  /** An item of a collection, with what follows from the rest of it. */
  item(resource: MockResource, options: { purpose: string; given: Item }): Item;
  /** The body of one documented answer to a request. */
  response(exchange: Exchange, response: MockResponse, given?: unknown): unknown;
}

/** Makes the {@link Bodies} of a platform for one seed. */
export function createBodies(
  { data, values, derive = {}, openBody = {} }: Pick<MockDefinition, "data" | "values" | "derive" | "openBody">,
  { seed, baseUrl }: { readonly seed: number | string; readonly baseUrl: string },
): Bodies {
  const random = (purpose: string): Random => createRandom(`${String(seed)}|${purpose}`);
  const value: Bodies["value"] = (schema, { purpose, ...options }) =>
    generate(schema, {
      random: random(purpose),
      schemas: data.schemas,
      samples: data.samples,
      ...(values && { values }),
      ...options,
    });
  const component: Bodies["component"] = (name, { purpose, given }) =>
    value({ $ref: `#/components/schemas/${name}` }, { purpose, given, sample: ownMember(data.samples, name) });
  return {
    random,
    value,
    component,
    item: ({ name, schema }, { purpose, given }) => {
      const made = component(schema, { purpose, given });
      const item = isPlainObject(made) ? made : {};
      const derived = ownMember(derive, name)?.(item, { baseUrl });
      if (!derived) return item;
      const whole = component(schema, { purpose, given: deepMerge(derived, given) });
      return isPlainObject(whole) ? whole : {};
    },
    response: (exchange, { schema, sample }, given) => {
      const purpose = `${exchange.operation.id}|${paramsKey(exchange)}`;
      if (schema && Object.keys(schema).length > 0) return value(schema, { purpose, given, sample });
      return given ?? sample ?? openBody;
    },
  };
}

/** What a request asks for, without which page of it: pages of one list belong together. */
function paramsKey({ operation, params }: Exchange): string {
  const { page } = operation;
  const paging =
    page && page.style !== "single-page" ? [page.size, page.style === "cursor" ? page.cursor : page.page] : [];
  const query = Object.entries(params.query).filter(([name]) => !paging.includes(name));
  return canonicalJson({ path: params.path, query: Object.fromEntries(query) });
}
