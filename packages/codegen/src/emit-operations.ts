import { identifierName, stringLiteral } from "./emit-text.ts";
import { integersLiteral, operationIntegers } from "./integer-places.ts";
import { itemType, type ItemPlace } from "./item-type.ts";
import type { JsonObject } from "./json-value.ts";
import type { SpecOperation, Specification } from "./openapi.ts";
import { operationDocs } from "./operation-docs.ts";
import { initTypeName, itemTypeName, operationInit, responseTypeName, type OperationInit } from "./operation-init.ts";
import { operationName } from "./operation-name.ts";
import { mayBeEmpty, requestTrait, successShape, successType } from "./operation-types.ts";
import { pageConstant, strategyFunctions } from "./emit-pages.ts";
import type { OperationPage } from "./resolve-pages.ts";
import { createSchemaTypes, type SchemaTypes } from "./schema-types.ts";

/** What {@link emitOperations} needs beside the specification. */
export interface OperationsContext {
  readonly platform: string;
  readonly pages: ReadonlyMap<string, OperationPage>;
  /** The module that the run time is imported from. */
  readonly runtime: string;
  /** The module of the types, as the file imports it. */
  readonly schemaModule: string;
}

/** Names that the file imports or that its types are built from. */
const importedNames = [
  "Blob FormData URLSearchParams ArrayBuffer ReadableStream Uint8Array NonNullable",
  "CallOptions Operation OptionalOperation PagedOperation OptionalPagedOperation components operations operation",
  ...Object.values(strategyFunctions),
]
  .join(" ")
  .split(" ");

/**
 * Writes `operations.ts`: one exported function per operation, with types that are already resolved. Generic methods over all
 * paths cost tens of times the type instantiations of these, as `pnpm bench` measures.
 */
export function emitOperations(specification: Specification, context: OperationsContext): string {
  const { operations, document, schemas } = specification;
  const types = createSchemaTypes(schemas, takenNames(specification));
  const usedTypes = new Set<string>(["CallOptions"]);
  const usedStrategies = new Set<string>();
  const declaredTypes: string[] = [];
  const constants = new Map<string, string>();
  const declarations = operations.map((operation) => {
    const page = context.pages.get(operation.id);
    const init = operationInit(operation, types);
    const response = responseType(operation, types);
    const item =
      page === undefined ? undefined : itemResult({ document, operation, page, types, answerType: response.type });
    if (page !== undefined) constants.set(page.constant, pageConstant(page.constant, page.description));
    if (page !== undefined) usedStrategies.add(strategyFunctions[page.description.style]);
    const kind = interfaceName(init, page);
    usedTypes.add(kind);
    const resolved = [init.type, response.type, ...(item === undefined ? [] : [item.type])];
    const type = [stringLiteral(context.platform), ...resolved].join(", ");
    const declared = `${init.declaration}${response.declaration}${item?.declaration ?? ""}`;
    declaredTypes.push(declared);
    const name = identifierName(operationName(operation.id) ?? "");
    const call = `/* @__PURE__ */ operation(${operationArguments(operation, { document, page }).join(", ")})`;
    return `${declared}${operationDocs(operation)}export const ${name}: ${kind}<${type}> = ${call};\n`;
  });
  const runtime = ["operation", ...[...usedStrategies].sort(), ...[...usedTypes].sort().map((name) => `type ${name}`)];
  const usesOperations = declaredTypes.some((text) => text.includes("operations["));
  const schemaImports = [...(types.usesComponents() ? ["components"] : []), ...(usesOperations ? ["operations"] : [])];
  return [
    `import { ${runtime.join(", ")} } from ${stringLiteral(context.runtime)};\n`,
    schemaImports.length === 0
      ? ""
      : `import type { ${schemaImports.join(", ")} } from ${stringLiteral(context.schemaModule)};\n`,
    `\n${types.declarations()}\n${[...constants.values()].join("")}\n`,
    declarations.join("\n"),
  ].join("");
}

function interfaceName(init: OperationInit, page: OperationPage | undefined): string {
  return `${init.optional ? "Optional" : ""}${page === undefined ? "" : "Paged"}Operation`;
}

/** The component's own name where the answer is one component, else a type that is named after the operation. */
function responseType(operation: SpecOperation, types: SchemaTypes): { type: string; declaration: string } {
  const type = successType(operation, types);
  if (isName(type)) return { type, declaration: "" };
  const name = responseTypeName(operation);
  return { type: name, declaration: `export type ${name} = ${type};\n` };
}

/** The component's own name where an item is one component, else a type that is named after the operation. */
function itemResult({ document, ...place }: ItemPlace & { document: JsonObject }): {
  type: string;
  declaration: string;
} {
  const type = itemType(document, place);
  if (isName(type)) return { type, declaration: "" };
  const name = itemTypeName(place.operation);
  return { type: name, declaration: `export type ${name} = ${type};\n` };
}

function isName(type: string): boolean {
  return /^[A-Za-z]\w*$/.test(type);
}

interface ArgumentContext {
  readonly document: JsonObject;
  readonly page: OperationPage | undefined;
}

function operationArguments(operation: SpecOperation, { document, page }: ArgumentContext): string[] {
  const { id, method, path } = operation;
  const integers = operationIntegers(document, operation);
  const request = operation.body && requestTrait(operation.body);
  const traits = [
    ...(request === undefined ? [] : [`request: ${stringLiteral(request)}`]),
    ...(operation.idempotent === undefined ? [] : [`idempotent: ${String(operation.idempotent)}`]),
    ...(integers === undefined ? [] : [`integers: ${integersLiteral(integers)}`]),
    ...(mayBeEmpty(operation) ? ["mayBeEmpty: true"] : []),
    ...(page === undefined ? [] : [`page: ${page.constant}`]),
  ];
  return [
    ...[id, method, path, successShape(operation).kind].map(stringLiteral),
    ...(traits.length === 0 ? [] : [`{ ${traits.join(", ")} }`]),
  ];
}

/** Every name the file declares itself, so that no schema's name gets in its way. */
function takenNames({ operations }: Specification): Set<string> {
  const own = operations.flatMap((operation) => [
    initTypeName(operation),
    responseTypeName(operation),
    itemTypeName(operation),
  ]);
  return new Set([...importedNames, ...own]);
}
