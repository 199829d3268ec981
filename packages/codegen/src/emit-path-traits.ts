import { objectLiteral, stringLiteral } from "./emit-text.ts";
import { integersLiteral, operationIntegers } from "./integer-places.ts";
import type { Specification } from "./openapi.ts";
import { mayBeEmpty, requestTrait, successShape } from "./operation-types.ts";

/** Writes `path-traits.ts`: what calls by typed path cannot know, only where it is not the rule (JSON, repeatable by method). */
export function emitPathTraits({ document, operations }: Specification, runtime: string): string {
  const exceptions = operations.flatMap((operation) => {
    const response = successShape(operation).kind;
    const request = operation.body && requestTrait(operation.body);
    const traits: [string, string][] = [];
    if (response !== "json") traits.push(["response", stringLiteral(response)]);
    if (request !== undefined) traits.push(["request", stringLiteral(request)]);
    if (operation.idempotent !== undefined) traits.push(["idempotent", String(operation.idempotent)]);
    const integers = operationIntegers(document, operation);
    if (integers !== undefined) traits.push(["integers", integersLiteral(integers)]);
    if (mayBeEmpty(operation)) traits.push(["mayBeEmpty", "true"]);
    return traits.length === 0 ? [] : [[`${operation.method} ${operation.path}`, objectLiteral(traits)] as const];
  });
  return [
    `import type { PathTraits } from ${stringLiteral(runtime)};\n\n`,
    `/** How calls by typed path are sent and decoded where it is not the rule. */\n`,
    `export const pathTraits: Readonly<Record<string, PathTraits>> = ${objectLiteral(exceptions)};\n`,
  ].join("");
}
