import { stringLiteral } from "./emit-text.ts";
import { member, type JsonObject, type JsonValue } from "./json-value.ts";
import type { SpecOperation } from "./openapi.ts";
import { successShape } from "./operation-types.ts";
import type { OperationPage } from "./resolve-pages.ts";
import { resolveReference } from "./resolve-reference.ts";
import type { SchemaTypes } from "./schema-types.ts";
import { propertySchema, requiresProperty } from "./schema-walk.ts";

/** Where {@link itemType} looks. */
export interface ItemPlace {
  readonly operation: SpecOperation;
  readonly page: OperationPage;
  /** The type of the whole answer. */
  readonly answerType: string;
  readonly types: SchemaTypes;
}

/** The type of one item of a list: its name where it has one, else the way to it through the type of the answer. */
export function itemType(document: JsonObject, { operation, page, answerType, types }: ItemPlace): string {
  let type = answerType;
  let schema: JsonValue | undefined = successShape(operation).answers.find(({ media }) => media !== undefined)?.media
    ?.schema;
  for (const name of page.description.items) {
    const access = `${type}[${stringLiteral(name)}]`;
    const isSure = requiresProperty(document, schema, name);
    schema = propertySchema(document, schema, name);
    const isNullable = member(resolveReference(document, schema), "nullable") === true;
    // A list that was answered has what is on the way to it.
    type = isSure && !isNullable ? access : `NonNullable<${access}>`;
  }
  return types.of(page.item, `${type}[number]`);
}
