import { checkRequest } from "./check-request.ts";
import { coerceForm, coerceText, coerceValues } from "./coerce.ts";
import type { Exchange } from "./exchange.ts";
import type { MockOperation, MockParameter, MockSchema } from "./mock-data.ts";
import { readRequestBody } from "./read-request-body.ts";
import type { MockSchemas } from "./resolve-schema.ts";

interface ReadContext {
  readonly operation: MockOperation;
  readonly path: Readonly<Record<string, string>>;
  readonly schemas: MockSchemas;
  /** Names of query parameters, in lower case, that any operation takes. */
  readonly everywhere: readonly string[];
}

/** Reads a request for the operation that its URL and method lead to, and checks it. */
export async function readExchange(
  request: Request,
  { operation, path, schemas, everywhere }: ReadContext,
): Promise<Exchange> {
  const url = new URL(request.url);
  const schemaOf = (place: MockParameter["in"], name: string): MockSchema =>
    operation.parameters.find((one) => one.in === place && one.name === name)?.schema ?? {};
  const query = [...new Set(url.searchParams.keys())].map((name): [string, unknown] => [
    name,
    coerceValues(url.searchParams.getAll(name), schemaOf("query", name), schemas),
  ]);
  const segments = Object.entries(path).map(([name, value]): [string, unknown] => [
    name,
    coerceText(value, schemaOf("path", name), schemas),
  ]);
  const params = { path: Object.fromEntries(segments), query: Object.fromEntries(query) };
  const sent = await readRequestBody(request, operation.body?.integers);
  const isForm = /^(?:multipart|application\/x-www-form)/i.test(request.headers.get("content-type") ?? "");
  const body = isForm ? coerceForm(sent, operation.body?.schema ?? {}, schemas) : sent;
  const faults = checkRequest({ operation, request, params, body }, { schemas, everywhere });
  return { operation, request, url, params, body, faults };
}
