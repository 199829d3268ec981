import { stringLiteral } from "./emit-text.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";
import type { SpecOperation } from "./openapi.ts";
import { operationType, successShape } from "./operation-types.ts";
import type { OperationPage } from "./resolve-pages.ts";
import { resolveReference, schemaName } from "./resolve-reference.ts";
import type { SchemaTypes } from "./schema-types.ts";
import { propertySchema } from "./schema-walk.ts";

/** The type of one item of a list: its name where it has one, else the way to it through the type of the answer. */
export function itemType(
  document: JsonObject,
  page: OperationPage,
  from: { operation: SpecOperation; types: SchemaTypes },
): string {
  const { operation, types } = from;
  const answer = successShape(operation).answers.find(({ media }) => media !== undefined);
  if (answer?.media === undefined) return "unknown";
  const content = `["content"][${stringLiteral(answer.media.mediaType)}]`;
  const start = `${operationType(operation)}["responses"][${answer.status}]${content}`;
  return types.of(
    page.item,
    `${listType(document, { schema: answer.media.schema, start, path: page.description.items, types })}[number]`,
  );
}

interface ListPlace {
  readonly schema: JsonValue | undefined;
  readonly start: string;
  readonly path: readonly string[];
  readonly types: SchemaTypes;
}

/** Members on the way may be optional or null; a list that was answered has them. */
function listType(document: JsonObject, { schema, start, path, types }: ListPlace): string {
  let type = types.of(schema, start);
  let current = schema;
  for (const name of path) {
    current = propertySchema(document, current, name);
    type = `NonNullable<${type}[${stringLiteral(name)}]>`;
    const component = schemaName(current);
    if (component !== undefined && resolveReference(document, current)["nullable"] !== true)
      type = types.named(component);
  }
  return type;
}
