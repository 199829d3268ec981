import type { PageDescription } from "./page-description.ts";
import type { PaginationSettings } from "./settings.ts";
import { dataLiteral, identifierName } from "./emit-text.ts";
import { toJsonValue } from "./to-json-value.ts";
import { operationName } from "./operation-name.ts";

/** The function of the core that makes a strategy out of a description, by style. */
export const strategyFunctions: Readonly<Record<PageDescription["style"], string>> = {
  "page-number": "pageNumber",
  "next-link": "nextLink",
  cursor: "cursorPage",
  "single-page": "singlePage",
};

/** What {@link pageConstantName} chooses by. */
export interface PageGroup extends PaginationSettings {
  /** Names that are in use; the chosen one joins them. */
  readonly taken: Set<string>;
}

/**
 * The name of the constant that holds a strategy: after the operation where one uses it, after the member that holds the items
 * where several do, such as `resultsPages`.
 */
export function pageConstantName({ operations, description, taken }: PageGroup): string {
  const [first = ""] = operations;
  const shared = operations.length > 1 ? operationName(description.items.at(-1) ?? "item") : undefined;
  const names = [shared, operationName(first), `${operationName(first) ?? ""}${taken.size}`];
  const free = names.find((name) => name !== undefined && !taken.has(`${name}Pages`)) ?? "";
  const constant = identifierName(`${free}Pages`);
  taken.add(constant);
  return constant;
}

/** The constant of one way of paging; pure, so that a bundler drops it with the operations that use it. */
export function pageConstant(name: string, { style, ...description }: PageDescription): string {
  const argument = dataLiteral(toJsonValue(description, "codegen.json"));
  return `const ${identifierName(name)} = /* @__PURE__ */ ${strategyFunctions[style]}(${argument});\n`;
}
