import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { checkTypesOnly } from "./check-types-only.ts";
import type { JsonObject } from "./json-value.ts";
import { nameSchemas } from "./name-schemas.ts";
import { bigintFormat, openStringFormat, prepareTypesDocument } from "./prepare-types-document.ts";

/** Types by `format`. */
const formatTypes: Readonly<Record<string, () => ts.TypeNode>> = {
  binary: () => ts.factory.createTypeReferenceNode("Blob"),
  [bigintFormat]: () => ts.factory.createKeywordTypeNode(ts.SyntaxKind.BigIntKeyword),
  // A bare `string` in the union would swallow the known values; the empty intersection keeps them.
  [openStringFormat]: () =>
    ts.factory.createIntersectionTypeNode([
      ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
      ts.factory.createTypeLiteralNode([]),
    ]),
};

/**
 * Writes `schema.ts`: the types of the whole specification. openapi-typescript stays behind this file; it is in maintenance mode,
 * and it sees a document from which everything that is not a type has been taken.
 *
 * @throws TypeError where its output holds anything but types.
 */
export async function emitSchema(document: JsonObject): Promise<string> {
  // As text, because it changes the object it is given.
  const nodes = await openapiTS(JSON.stringify(prepareTypesDocument(document)), {
    alphabetize: false,
    // A request may leave out what has a default.
    defaultNonNullable: false,
    // An object of which nothing is said can hold anything.
    emptyObjectsUnknown: true,
    silent: true,
    transform(schema) {
      const make =
        schema.format !== undefined && Object.hasOwn(formatTypes, schema.format)
          ? formatTypes[schema.format]
          : undefined;
      const type = make?.();
      if (type === undefined || !("nullable" in schema) || !schema.nullable) return type;
      return ts.factory.createUnionTypeNode([type, ts.factory.createLiteralTypeNode(ts.factory.createNull())]);
    },
  });
  const written = astToString(nameSchemas(nodes));
  checkTypesOnly(written);
  // The printer indents by four.
  return written.replace(/^(?: {4})+/gm, (margin) => " ".repeat(margin.length / 2));
}
