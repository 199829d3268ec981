import { createBlueGuardrailsMock, type BlueGuardrailsMockOptions } from "@labelwire/blue-guardrails/msw";
import { sampleRequest } from "@labelwire/core/msw";
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { mockData } from "../src/generated/mock.ts";
import specification from "../src/generated/openapi.json" with { type: "json" };

const baseUrl = "https://api.blueguardrails.com";
const seeds = [1, 2, 3, 4, 5, "six", "seven", 8e9, -9, 0.1];

interface Documented {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly responses: Readonly<Record<string, { content?: Readonly<Record<string, { schema?: object }>> }>>;
}

const operations: readonly Documented[] = Object.entries(specification.paths).flatMap(([path, item]) =>
  Object.entries(item).flatMap(([method, operation]) =>
    typeof operation === "object" && "operationId" in operation
      ? [{ method: method.toUpperCase(), path, ...(operation as unknown as Omit<Documented, "method" | "path">) }]
      : [],
  ),
);

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const validators = new Map(operations.map((operation) => [operation.operationId, compile(operation)]));

function compile({ responses }: Documented): ValidateFunction | undefined {
  const success = Object.entries(responses).find(([status]) => status.startsWith("2"))?.[1];
  const schema = Object.values(success?.content ?? {})[0]?.schema;
  return schema && ajv.compile({ ...schema, components: specification.components });
}

const headers = { authorization: "Bearer k" };

function request({ operationId }: Documented): Request {
  const sample = sampleRequest(mockData, operationId, { baseUrl, headers });
  if (!operationId.startsWith("detect_")) return sample;
  // No schema says that the last message has to be the assistant's.
  const body = JSON.stringify({ messages: [{ role: "assistant", content: "Five." }] });
  return new Request(sample.url, { method: "POST", headers: { ...headers, "content-type": "application/json" }, body });
}

async function answer(
  options: BlueGuardrailsMockOptions,
  operation: Documented,
): Promise<{ status: number; text: string }> {
  const response = await createBlueGuardrailsMock(options).fetch(request(operation));
  return { status: response.status, text: await response.text() };
}

describe("the default bodies of the Blue Guardrails mock", () => {
  test("the specification has all 32 operations", () => {
    expect(operations).toHaveLength(32);
  });

  describe.each(operations)("$operationId", (operation) => {
    test("answers its documented success with a valid body, whatever the seed", async () => {
      const [status] = Object.keys(operation.responses).filter((one) => one.startsWith("2"));
      const validator = validators.get(operation.operationId);
      for (const seed of seeds) {
        const { status: answered, text } = await answer({ seed }, operation);
        expect(String(answered)).toBe(status);
        const body: unknown = JSON.parse(text);
        if (validator) expect(validator(body), JSON.stringify({ body, errors: validator.errors })).toBe(true);
      }
    });

    test("answers the same bytes for the same seed", async () => {
      expect(await answer({ seed: 7 }, operation)).toEqual(await answer({ seed: 7 }, operation));
    });
  });

  test("what was read before changes no answer", async () => {
    const reads = operations.filter(({ method }) => method === "GET");
    const mock = createBlueGuardrailsMock({ seed: 3 });
    const forwards: string[] = [];
    for (const one of reads) forwards.push(await (await mock.fetch(request(one))).text());
    mock.reset();
    const backwards: string[] = [];
    for (const one of reads.toReversed()) backwards.unshift(await (await mock.fetch(request(one))).text());
    expect(backwards).toEqual(forwards);
  });

  test("another seed gives other bytes", async () => {
    const [project] = operations.filter(({ operationId }) => operationId === "get_labeling_project");
    if (!project) throw new Error("get_labeling_project is gone");
    expect(await answer({ seed: 1 }, project)).not.toEqual(await answer({ seed: 2 }, project));
  });

  test("every schema has a valid fixture", () => {
    const names = Object.keys(specification.components.schemas) as (keyof typeof specification.components.schemas)[];
    for (const name of names) {
      const validator = ajv.compile({ $ref: `#/components/schemas/${name}`, components: specification.components });
      for (const seed of seeds) {
        const fixture = createBlueGuardrailsMock({ seed }).fixture(name);
        expect(validator(fixture), JSON.stringify({ name, fixture, errors: validator.errors })).toBe(true);
      }
    }
  });
});
