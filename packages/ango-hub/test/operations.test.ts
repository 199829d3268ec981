import { createAngoHubClient } from "@labelwire/ango-hub";
import specification from "@labelwire/ango-hub/openapi.json" with { type: "json" };
import * as operations from "@labelwire/ango-hub/operations";
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

type Parameter =
  | { readonly $ref: string }
  | {
      readonly name: string;
      readonly in: string;
      readonly required?: boolean;
      readonly schema: { readonly type?: string };
    };

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
  const declared = (operation.parameters ?? []).map((parameter) => {
    if (!("$ref" in parameter)) return parameter;
    const name = parameter.$ref.slice("#/components/parameters/".length);
    // Each reference has been resolved once, when the specification was compiled.
    return (specification.components.parameters as unknown as Record<string, Exclude<Parameter, { $ref: string }>>)[
      name
    ];
  });
  const query = declared.filter((parameter) => parameter?.in === "query");
  for (const name of request.url.searchParams.keys()) expect(query.map((parameter) => parameter?.name)).toContain(name);
  for (const parameter of query) {
    const sent = request.url.searchParams.get(parameter?.name ?? "");
    if (parameter?.required === true) expect(sent).not.toBeNull();
    if (sent === null || parameter === undefined) continue;
    const value: unknown = parameter.schema.type === "string" ? sent : JSON.parse(sent);
    expect(ajv.validate({ ...parameter.schema }, value), `${parameter.name}=${sent}`).toBe(true);
  }
}

function checkBody(request: ReceivedRequest, { operation, pointer }: (typeof specified)[number]): void {
  const mediaType = Object.keys(operation.requestBody?.content ?? {})[0];
  const sent = request.headers["content-type"]?.split(";")[0];
  expect(sent).toBe(mediaType);
  if (mediaType === "application/json") {
    expect(isValid(`${pointer}/requestBody/content/${escape(mediaType)}/schema`, request.json)).toBe(true);
  } else if (mediaType === "multipart/form-data") {
    expect(request.body.toString()).toMatch(
      /name="file"; filename="contents\.json"\r\nContent-Type: application\/json\r\n\r\ncontents/,
    );
  } else expect(request.body).toHaveLength(0);
}

describe("every operation over HTTP, as the specification has it", () => {
  test.each(specified)("$operation.operationId: $method $path", async (entry) => {
    const server = await startServer(() => success({ echoed: true }));
    const ango = createAngoHubClient({ baseUrl: `${server.origin}/v2`, auth: { apiKey: "the-key" } });
    const call = callEveryOperation(ango)[entry.operation.operationId];
    expect(call, "has a call in operation-calls.ts").toBeDefined();
    const result = await call?.();

    expect(result?.error).toBeUndefined();
    expect(server.requests).toHaveLength(1);
    const [request] = server.requests;
    if (request === undefined) return;
    expect(request.method.toLowerCase()).toBe(entry.method);
    expect(request.headers["apikey"]).toBe("the-key");
    const template = new RegExp(`^/v2${entry.path.replaceAll(/\{\w+\}/g, "[^/{}]+")}$`);
    expect(request.url.pathname).toMatch(template);
    checkQuery(request, entry.operation);
    checkBody(request, entry);
  });

  test("there are 49, and the package exports exactly these", () => {
    const ids = specified.map(({ operation }) => operation.operationId).sort();
    expect(ids).toHaveLength(49);
    expect(Object.keys(operations).sort()).toEqual(ids);
    expect(
      Object.values(operations)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids);
  });
});
