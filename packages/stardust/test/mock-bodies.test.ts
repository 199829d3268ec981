import { createStardustClient } from "@labelwire/stardust";
import { createStardustHelixClient } from "@labelwire/stardust/helix";
import { createStardustHelixMock } from "@labelwire/stardust/helix/msw";
import * as helixOperations from "@labelwire/stardust/helix/operations";
import { createStardustMock } from "@labelwire/stardust/msw";
import * as operations from "@labelwire/stardust/operations";
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import specification from "../src/generated/openapi.json" with { type: "json" };
import helixSpecification from "../src/helix/generated/openapi.json" with { type: "json" };
import { callEveryHelixOperation, callEveryOperation } from "./operation-calls.ts";

const auth = { accessKey: "k", secretKey: "s" };
const seeds = [1, 2, 3, "four", 8e9, -9, 0.1];

interface Documented {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { content?: Readonly<Record<string, { schema?: object }>> }>>;
}

type Fetch = (request: Request) => Promise<Response>;

interface ClientSet {
  readonly name: string;
  readonly count: number;
  readonly code: number;
  readonly specification: { readonly paths: object; readonly components: object };
  readonly functions: Readonly<Record<string, { readonly id: string }>>;
  readonly imitate: (options: { seed: number | string }) => { readonly fetch: Fetch };
  readonly connect: (fetch: Fetch) => Readonly<Record<string, () => Promise<unknown>>>;
}

const sets: readonly ClientSet[] = [
  {
    name: "generic",
    count: 16,
    code: 200,
    specification,
    functions: operations,
    imitate: createStardustMock,
    connect: (fetch) => callEveryOperation(createStardustClient({ auth, fetch })),
  },
  {
    name: "Helix",
    count: 25,
    code: 2000,
    specification: helixSpecification,
    functions: helixOperations,
    imitate: createStardustHelixMock,
    connect: (fetch) => callEveryHelixOperation(createStardustHelixClient({ auth, fetch })),
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
  const documented = operationsOf(set.specification);
  const answer = async (seed: number | string, operationId: string): Promise<string> => {
    const mock = set.imitate({ seed });
    let text = "";
    const calls = set.connect(async (request) => {
      const response = await mock.fetch(request);
      text = await response.clone().text();
      return response;
    });
    const [name = ""] = Object.entries(set.functions).find(([, { id }]) => id === operationId) ?? [];
    await calls[name]?.();
    return text;
  };

  test("are those of all its operations", () => {
    expect(documented).toHaveLength(set.count);
  });

  describe.each(documented)("$operationId", (operation) => {
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
