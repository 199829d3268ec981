import { toPointer } from "./json-pointer.ts";
import type { Specification } from "./openapi.ts";
import { operationName } from "./operation-name.ts";
import { strategyFunctions } from "./emit-pages.ts";
import type { ResolvedPages } from "./resolve-pages.ts";
import type { Problem } from "./spec-error.ts";

/** Checks that no operation function takes a name that the generated file needs for something else. */
export function checkNames({ operations }: Specification, { pages }: ResolvedPages, file: string): Problem[] {
  const constants = [...pages.values()].map(({ constant }) => constant);
  const taken = new Set(["operation", ...Object.values(strategyFunctions), ...constants]);
  return operations
    .filter(({ id }) => taken.has(operationName(id) ?? ""))
    .map(({ id, pointer }) => ({
      file,
      pointer: pointer + toPointer(["operationId"]),
      problem: `the operationId ${JSON.stringify(id)} gives a name that generated code uses itself`,
      mend: "set another operationId, in the description or its overlay",
    }));
}
