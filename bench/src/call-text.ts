import type { OperationCall } from "./operation-call.ts";

/**
 * Stands first in every measured module. Bodies and queries are `never`, which fits every type, so that all contenders are given
 * the same; path parameters are values.
 */
export const prelude: string = ["declare const input: never;", "declare function use(value: unknown): void;", ""].join(
  "\n",
);

/** `{ taskId: "a" }`, or undefined without path parameters. */
export function pathText({ pathValues }: OperationCall): string | undefined {
  return objectText(Object.entries(pathValues));
}

/** `{ project: input }`, or undefined without required query parameters. */
export function queryText({ requiredQuery }: OperationCall): string | undefined {
  return objectText(requiredQuery.map((name) => [name, "input"]));
}

/** `{ "a": 1, "b": x }`, members without text left out; undefined if nothing is left. */
export function objectText(
  members: readonly (readonly [name: string, text: string | undefined])[],
): string | undefined {
  const present = members.filter(([, text]) => text !== undefined);
  if (present.length === 0) return undefined;
  return `{ ${present.map(([name, text]) => `${JSON.stringify(name)}: ${text ?? ""}`).join(", ")} }`;
}

/** `{ params: { path, query }, body }`, the shape of openapi-fetch and of our operation functions. */
export function initText(call: OperationCall): string | undefined {
  return objectText([
    [
      "params",
      objectText([
        ["path", pathText(call)],
        ["query", queryText(call)],
      ]),
    ],
    ["body", call.hasBody ? "input" : undefined],
  ]);
}
