import { sampleRequest } from "@labelwire/core/msw";
import { createCvatMock, type CvatMock, type CvatMockOptions } from "@labelwire/cvat/msw";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { mockData } from "../src/generated/mock.ts";
import specification from "../src/generated/openapi.json" with { type: "json" };

const baseUrl = "https://app.cvat.ai";
/** What the server has to know by its name. */
const seeds = [1, 2, 3, 4, 5, "six", "seven", 8e9, -9, 0.1];

type Content = Readonly<Record<string, { schema?: { format?: string } }>>;

interface Documented {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly responses: Readonly<Record<string, { content?: Content }>>;
}

const operations: readonly Documented[] = Object.entries(specification.paths).flatMap(([path, item]) =>
  Object.entries(item).flatMap(([method, operation]) =>
    typeof operation === "object" && "operationId" in operation
      ? // The compiled specification is wider than these shapes, and checked when it is generated.
        [{ method: method.toUpperCase(), path, ...(operation as unknown as Omit<Documented, "method" | "path">) }]
      : [],
  ),
);

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(specification, "openapi");

function escape(name: string): string {
  return encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"));
}

interface Answered {
  readonly status: number;
  readonly mediaType: string;
  readonly text: string;
}

function sample(operationId: string): Request {
  const parameters = { format: "COCO 1.0" };
  return sampleRequest(mockData, operationId, { baseUrl, parameters, headers: { authorization: "Bearer k" } });
}

/** A request that the server would take: to a task without media, of a request that is under way. */
async function requestFor(mock: CvatMock, operationId: string): Promise<Request> {
  const request = sample(operationId);
  const url = new URL(request.url);
  if (operationId === "tasks_create_data") {
    const task = await send(mock, sample("tasks_create"));
    url.pathname = `/api/tasks/${String(task["id"])}/data/`;
  }
  if (operationId === "requests_create_cancel") {
    const started = await send(mock, sample("tasks_create_dataset_export"));
    url.pathname = `/api/requests/${encodeURIComponent(String(started["rq_id"]))}/cancel`;
  }
  return new Request(url, request);
}

async function send(mock: CvatMock, request: Request): Promise<Readonly<Record<string, unknown>>> {
  // The answers of these operations are objects.
  return (await (await mock.fetch(request)).json()) as Readonly<Record<string, unknown>>;
}

async function answer(options: CvatMockOptions, { operationId }: Documented): Promise<Answered> {
  const mock = createCvatMock(options);
  const response = await mock.fetch(await requestFor(mock, operationId));
  const mediaType = response.headers.get("content-type")?.split(";")[0] ?? "";
  return { status: response.status, mediaType, text: await response.text() };
}

/** The documented media type that an answer has: by its name, or by its kind (`image/*`). */
function documentedAs(content: Content, mediaType: string): string | undefined {
  return [mediaType, `${mediaType.split("/")[0] ?? ""}/*`].find((name) => name in content);
}

function check({ status, mediaType, text }: Answered, operation: Documented): void {
  expect(status, text).toBeGreaterThanOrEqual(200);
  expect(status, text).toBeLessThan(300);
  const response = operation.responses[String(status)];
  expect(response, `${String(status)} is documented`).toBeDefined();
  const content = response?.content ?? {};
  if (Object.keys(content).length === 0) {
    expect(text).toBe("");
    return;
  }
  const name = documentedAs(content, mediaType);
  expect(name, `${mediaType} is documented`).toBeDefined();
  if (name === undefined || content[name]?.schema?.format === "binary") return;
  const place = `/paths/${escape(operation.path)}/${operation.method.toLowerCase()}/responses/${String(status)}`;
  const validate = ajv.compile({ $ref: `openapi#${place}/content/${escape(name)}/schema` });
  const body: unknown = name.endsWith("json") ? JSON.parse(text) : text;
  expect(validate(body), JSON.stringify({ body, errors: validate.errors })).toBe(true);
}

describe("the default bodies of the CVAT mock", () => {
  test("the specification has all 153 operations and 186 schemas, on 94 paths", () => {
    expect(operations).toHaveLength(153);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(153);
    expect(Object.keys(specification.paths)).toHaveLength(94);
    expect(Object.keys(specification.components.schemas)).toHaveLength(186);
  });

  test.each(operations)("$operationId answers a success that is valid, whatever the seed", async (operation) => {
    for (const seed of seeds) check(await answer({ seed }, operation), operation);
    expect(await answer({ seed: 7 }, operation)).toEqual(await answer({ seed: 7 }, operation));
  });

  test("what was read before changes no answer", async () => {
    const reads = operations.filter(({ method }) => method === "GET");
    const mock = createCvatMock({ seed: 3 });
    const read = async ({ operationId }: Documented): Promise<string> => (await mock.fetch(sample(operationId))).text();
    const forwards: string[] = [];
    for (const one of reads) forwards.push(await read(one));
    mock.reset();
    const backwards: string[] = [];
    for (const one of reads.toReversed()) backwards.unshift(await read(one));
    expect(backwards).toEqual(forwards);
  });

  test("another seed gives other bytes", async () => {
    const task = operations.find(({ operationId }) => operationId === "tasks_retrieve");
    if (!task) throw new Error("tasks_retrieve is gone");
    expect(await answer({ seed: 1 }, task)).not.toEqual(await answer({ seed: 2 }, task));
  });
});

describe("the fixtures of the CVAT mock", () => {
  // JSON gives names as text alone.
  const names = Object.keys(specification.components.schemas) as (keyof typeof specification.components.schemas)[];

  test.each(names)("%s is valid, whatever the seed", (name) => {
    const validate = ajv.getSchema(`openapi#/components/schemas/${name}`);
    expect(validate).toBeDefined();
    for (const seed of seeds) {
      const fixture = withoutBytes(createCvatMock({ seed }).fixture(name));
      expect(validate?.(fixture), JSON.stringify({ fixture, errors: validate?.errors })).toBe(true);
    }
  });
});

/** JSON Schema knows no bytes: a file is text to it. */
function withoutBytes(value: unknown): unknown {
  if (value instanceof Blob) return "bytes";
  if (Array.isArray(value)) return value.map(withoutBytes);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutBytes(member)]));
}
