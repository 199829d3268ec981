import type { Exchange } from "./exchange.ts";
import type { MockOperation, MockParameter, MockSchema } from "./mock-data.ts";
import { readRequestBody } from "./read-request-body.ts";
import { flattenSchema, type MockSchemas } from "./resolve-schema.ts";

/** Reads a request for the operation that its URL and method lead to. */
export async function readExchange(
  request: Request,
  {
    operation,
    path,
    schemas,
  }: { operation: MockOperation; path: Readonly<Record<string, string>>; schemas: MockSchemas },
): Promise<Exchange> {
  const url = new URL(request.url);
  const schemaOf = (place: MockParameter["in"], name: string): MockSchema =>
    flattenSchema(operation.parameters.find((one) => one.in === place && one.name === name)?.schema ?? {}, schemas);
  const query = [...new Set(url.searchParams.keys())].map((name): [string, unknown] => [
    name,
    readValues(url.searchParams.getAll(name), schemaOf("query", name)),
  ]);
  return {
    operation,
    request,
    url,
    params: {
      path: Object.fromEntries(
        Object.entries(path).map(([name, value]) => [name, coerce(value, schemaOf("path", name))]),
      ),
      query: Object.fromEntries(query),
    },
    body: await readRequestBody(request),
  };
}

function readValues(values: readonly string[], schema: MockSchema): unknown {
  if (schema.type === "array") return values.map((value) => coerce(value, schema.items ?? {}));
  return values.length === 1 ? coerce(values[0] ?? "", schema) : values;
}

/** The value the text stands for; the text itself where it stands for none. */
function coerce(text: string, { type }: MockSchema): unknown {
  if ((type === "integer" || type === "number") && text.trim() !== "" && Number.isFinite(Number(text)))
    return Number(text);
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}
