import { sampleRequest, type MockData } from "@labelwire/core/msw";
import { createStardustHelixMock } from "@labelwire/stardust/helix/msw";
import { createStardustMock } from "@labelwire/stardust/msw";
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { mockData } from "../src/generated/mock.ts";
import specification from "../src/generated/openapi.json" with { type: "json" };
import { mockData as helixData } from "../src/helix/generated/mock.ts";
import helixSpecification from "../src/helix/generated/openapi.json" with { type: "json" };

const baseUrl = "https://portal-prod.rosettalab.top/rosetta-open";
const headers = { "x-stardust-key": "k", "x-ts": "1715948940207", "x-sign": "d0ef4c4a7bf134df0abb1a41f8cdf1c3" };
const seeds = [1, 2, 3, "four", 8e9, -9, 0.1];

interface Documented {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { content?: Readonly<Record<string, { schema?: object }>> }>>;
}

interface MockOf {
  readonly fetch: (request: Request) => Promise<Response>;
}

interface ClientSet {
  readonly name: string;
  readonly count: number;
  readonly code: number;
  readonly data: MockData;
  readonly specification: { readonly paths: object; readonly components: object };
  readonly make: (options: { seed: number | string }) => MockOf;
}

const sets: readonly ClientSet[] = [
  { name: "generic", count: 16, code: 200, data: mockData, specification, make: createStardustMock },
  {
    name: "Helix",
    count: 25,
    code: 2000,
    data: helixData,
    specification: helixSpecification,
    make: createStardustHelixMock,
  },
];

function operationsOf({ paths }: ClientSet["specification"]): readonly Documented[] {
  return Object.values(paths as Readonly<Record<string, object>>).flatMap((item) =>
    Object.values(item).flatMap((operation: unknown) =>
      typeof operation === "object" && operation !== null && "operationId" in operation
        ? // The compiled specification is wider than these shapes, and checked when it is generated.
          [operation as Documented]
        : [],
    ),
  );
}

function validatorOf({ specification: { components } }: ClientSet, { responses }: Documented): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
  addFormats.default(ajv);
  const schema = Object.values(responses["200"]?.content ?? {})[0]?.schema;
  return ajv.compile({ ...schema, components });
}

describe.each(sets)("the default bodies of the $name set", (set) => {
  const operations = operationsOf(set.specification);
  const ask = (operationId: string): Request => sampleRequest(set.data, operationId, { baseUrl, headers });
  const answer = async (seed: number | string, operationId: string): Promise<string> =>
    (await set.make({ seed }).fetch(ask(operationId))).text();

  test("are those of all its operations", () => {
    expect(operations).toHaveLength(set.count);
  });

  describe.each(operations)("$operationId", (operation) => {
    test("answers its documented success with a valid body, whatever the seed, and the same bytes for the same seed", async () => {
      const validate = validatorOf(set, operation);
      for (const seed of seeds) {
        const text = await answer(seed, operation.operationId);
        const body: unknown = JSON.parse(text);
        expect(body).toMatchObject({ success: true, code: set.code });
        expect(validate(body), JSON.stringify({ body, errors: validate.errors })).toBe(true);
        expect(await answer(seed, operation.operationId)).toBe(text);
      }
    });
  });
});
