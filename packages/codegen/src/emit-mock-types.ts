import { memberName } from "./emit-text.ts";
import type { ResponseEntry, Specification, SpecOperation } from "./openapi.ts";
import { answerType, bodyType, operationType, preferredAnswer } from "./operation-types.ts";
import { responseMediaKind } from "./media-kind.ts";
import type { SchemaTypes } from "./schema-types.ts";
import type { Settings } from "./settings.ts";

/** What {@link emitMockTypes} needs beside the specification. */
export interface MockTypesContext {
  readonly settings: Settings;
  readonly types: SchemaTypes;
}

/** Writes the types by which a mock is typed: what each operation takes and answers, and what seeds the mock's collections. */
export function emitMockTypes({ operations }: Specification, { settings, types }: MockTypesContext): string {
  const members = operations.map((operation) => operationTypes(operation, types));
  const seeds = settings.resources.map(
    ({ name, schema }) => `readonly ${memberName(name)}?: readonly Partial<${types.named(schema)}>[];`,
  );
  return [
    "/** What each operation takes, and answers by status. */\n",
    `export interface MockOperations { ${members.join("\n")} }\n\n`,
    "/** What a mock's collections can be seeded with. What an item leaves out is filled in. */\n",
    `export interface MockState { ${seeds.join("\n")} }\n`,
  ].join("");
}

function operationTypes(operation: SpecOperation, types: SchemaTypes): string {
  const answers = operation.responses
    .filter(({ status }) => /^\d+$/.test(status))
    .map((response) => `${response.status}: ${responseType(operation, { response, types })};`);
  const members = [
    `params: ${operationType(operation)}["parameters"];`,
    `body: ${bodyType(operation, types)};`,
    `responses: { ${answers.join(" ")} };`,
  ];
  return `${memberName(operation.id)}: { ${members.join(" ")} };`;
}

function responseType(operation: SpecOperation, from: { response: ResponseEntry; types: SchemaTypes }): string {
  const media = preferredAnswer(from.response);
  if (media === undefined) return "undefined";
  return answerType({ operation, status: from.response.status, media, kind: responseMediaKind(media) }, from.types);
}
