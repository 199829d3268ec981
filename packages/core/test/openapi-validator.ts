import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import type { MockSchema } from "../src/msw/mock-data.ts";

/** The reference that the mock's own validator is measured by: ajv, taught the two ways in which OpenAPI 3.0 differs. */
export function openapiValidator(
  schema: MockSchema,
  schemas: Readonly<Record<string, MockSchema>>,
  { coerceTypes = false }: { readonly coerceTypes?: boolean } = {},
): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes });
  addFormats.default(ajv);
  return ajv.compile(convert({ ...schema, components: { schemas } }) as object);
}

function convert(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(convert);
  if (typeof value !== "object" || value === null) return value;
  const schema = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, convert(member)]));
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, nullable, ...rest } = schema;
  const bounds = {
    ...(minimum !== undefined && { [exclusiveMinimum === true ? "exclusiveMinimum" : "minimum"]: minimum }),
    ...(maximum !== undefined && { [exclusiveMaximum === true ? "exclusiveMaximum" : "maximum"]: maximum }),
  };
  const converted = { ...rest, ...bounds };
  return nullable === true ? { anyOf: [{ type: "null" }, converted] } : converted;
}
