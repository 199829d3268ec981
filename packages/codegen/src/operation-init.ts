import { docComment, identifierName } from "./emit-text.ts";
import type { SpecOperation } from "./openapi.ts";
import { operationName, upperFirst } from "./operation-name.ts";
import { bodyType, operationType } from "./operation-types.ts";
import type { SchemaTypes } from "./schema-types.ts";

/** The argument of one operation function. */
export interface OperationInit {
  /** The name of its type. */
  readonly type: string;
  /** The declaration of that type; empty where the shared `CallOptions` does. */
  readonly declaration: string;
  /** Whether the function can be called without it. */
  readonly optional: boolean;
}

/** Writes the argument's interface: `params` and `body` as far as the operation has them, required as far as it requires them. */
export function operationInit(operation: SpecOperation, types: SchemaTypes): OperationInit {
  const { parameters, body } = operation;
  const paramsRequired = parameters.some((parameter) => parameter.required);
  const bodyRequired = body?.required === true;
  const members: string[] = [];
  if (parameters.length > 0) {
    members.push(`params${paramsRequired ? "" : "?"}: ${operationType(operation)}["parameters"];`);
  }
  if (body !== undefined) {
    members.push(`${docComment([body.description])}body${bodyRequired ? "" : "?"}: ${bodyType(operation, types)};`);
  }
  const optional = !paramsRequired && !bodyRequired;
  if (members.length === 0) return { type: "CallOptions", declaration: "", optional };
  const type = initTypeName(operation);
  return {
    type,
    declaration: `export interface ${type} extends CallOptions { ${members.join("\n")} }\n`,
    optional,
  };
}

/** `getTask` → `GetTaskInit`. */
export function initTypeName({ id }: SpecOperation): string {
  return identifierName(`${upperFirst(operationName(id) ?? "")}Init`);
}

/** `getTask` → `GetTaskResponse`. */
export function responseTypeName({ id }: SpecOperation): string {
  return identifierName(`${upperFirst(operationName(id) ?? "")}Response`);
}

/** `listTasks` → `ListTasksItem`. */
export function itemTypeName({ id }: SpecOperation): string {
  return identifierName(`${upperFirst(operationName(id) ?? "")}Item`);
}
