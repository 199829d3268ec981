import { createBlueGuardrailsClient } from "@labelwire/blue-guardrails";
import specification from "@labelwire/blue-guardrails/openapi.json" with { type: "json" };
import * as operations from "@labelwire/blue-guardrails/operations";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { callEveryOperation } from "./operation-calls.ts";
import { startServer, success, type ReceivedRequest } from "./start-server.ts";

/** As much of an OpenAPI operation as the checks need. */
interface SpecifiedOperation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: { readonly type?: string };
}

const ajv = new Ajv({ strict: false, coerceTypes: false, allErrors: true });
formats.default(ajv);
ajv.addSchema(specification, "openapi");

// The compiled specification is wider than these shapes, and checked when it is generated.
const paths = specification.paths as unknown as Record<string, Record<string, SpecifiedOperation>>;
const specified = Object.entries(paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => ["get", "post", "put", "patch", "delete"].includes(method))
    .map(([method, operation]) => ({ path, method, operation, pointer: `/paths/${escape(path)}/${method}` })),
);

function escape(segment: string): string {
  return segment.replaceAll("~", "~0").replaceAll("/", "~1");
}

function isValid(pointer: string, value: unknown): boolean {
  const validate = ajv.compile({ $ref: `openapi#${encodeURI(pointer)}` });
  const valid = validate(value);
  expect(validate.errors).toBeNull();
  return valid;
}

function checkQuery(request: ReceivedRequest, operation: SpecifiedOperation): void {
  const query = (operation.parameters ?? []).filter((parameter) => parameter.in === "query");
  for (const name of request.url.searchParams.keys()) expect(query.map((parameter) => parameter.name)).toContain(name);
  for (const parameter of query) {
    const sent = request.url.searchParams.get(parameter.name);
    if (parameter.required === true) expect(sent).not.toBeNull();
    if (sent === null) continue;
    const value: unknown = readValue(request, parameter);
    expect(ajv.validate({ ...parameter.schema }, value), `${parameter.name}=${sent}`).toBe(true);
  }
}

function readValue({ url }: ReceivedRequest, { name, schema }: Parameter): unknown {
  if (schema.type === "array") return url.searchParams.getAll(name);
  const sent = url.searchParams.get(name) ?? "";
  return schema.type === "string" ? sent : JSON.parse(sent);
}

function checkBody(request: ReceivedRequest, { operation, pointer }: (typeof specified)[number]): void {
  const mediaType = Object.keys(operation.requestBody?.content ?? {})[0];
  const sent = request.headers["content-type"]?.split(";")[0];
  expect(sent).toBe(mediaType);
  if (mediaType === "application/json") {
    expect(isValid(`${pointer}/requestBody/content/${escape(mediaType)}/schema`, request.json)).toBe(true);
  } else if (mediaType === "application/x-protobuf") {
    expect([...request.body]).toEqual([10, 0, 255]);
  } else expect(request.body).toHaveLength(0);
}

describe("every operation over HTTP, as the specification has it", () => {
  test.each(specified)("$operation.operationId: $method $path", async (entry) => {
    const server = await startServer(() => success({ echoed: true }));
    const guardrails = createBlueGuardrailsClient({
      baseUrl: server.origin,
      auth: { apiKey: "the-key" },
      workspace: "6a1f0e0c-52a4-4a0b-9d0f-3f1a5f0f7c11",
    });
    const call = callEveryOperation(guardrails)[entry.operation.operationId];
    expect(call, "has a call in operation-calls.ts").toBeDefined();
    const result = await call?.();

    expect(result?.error).toBeUndefined();
    expect(server.requests).toHaveLength(1);
    const [request] = server.requests;
    if (request === undefined) return;
    expect(request.method.toLowerCase()).toBe(entry.method);
    expect(request.headers.authorization).toBe("Bearer the-key");
    expect(request.headers["x-workspace-id"]).toBe("6a1f0e0c-52a4-4a0b-9d0f-3f1a5f0f7c11");
    const template = new RegExp(`^${entry.path.replaceAll(/\{\w+\}/g, "[^/{}]+")}$`);
    expect(request.url.pathname).toMatch(template);
    checkQuery(request, entry.operation);
    checkBody(request, entry);
  });

  test("there are 32, and the package exports exactly these", () => {
    const ids = specified.map(({ operation }) => operation.operationId).sort();
    expect(ids).toHaveLength(32);
    expect(
      Object.values(operations)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids);
  });
});
