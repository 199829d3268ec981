import { canonicalJson } from "./canonical-json.ts";
import type { Exchange } from "./exchange.ts";
import { generate } from "./generate.ts";
import type { MockResponse, MockSchema } from "./mock-data.ts";
import type { MockDefinition } from "./mock-definition.ts";
import { ownMember } from "./own-member.ts";
import { createRandom, type Random } from "./random.ts";

/** Makes bodies and items, each from the seed and from what it is for, so that no call changes what another makes. */
export interface Bodies {
  random(purpose: string): Random;
  /** A value of a schema for a purpose, with `given` laid over it. */
  value(schema: MockSchema, options: { purpose: string; given?: unknown; sample?: unknown }): unknown;
  /** A value of a component. */
  component(name: string, options: { purpose: string; given?: unknown }): unknown;
  /** The body of one documented answer to a request. */
  response(exchange: Exchange, response: MockResponse, given?: unknown): unknown;
}

/** Makes the {@link Bodies} of a platform for one seed. */
export function createBodies(
  { data, values, openBody = {} }: Pick<MockDefinition, "data" | "values" | "openBody">,
  seed: number | string,
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
  return {
    random,
    value,
    component: (name, { purpose, given }) =>
      value({ $ref: `#/components/schemas/${name}` }, { purpose, given, sample: ownMember(data.samples, name) }),
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
