import type { PageDescription } from "./page-description.ts";
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

/** The name of the constant that holds the strategy of the group `id` is the first of. */
export function pageConstantName(id: string): string {
  return identifierName(`${operationName(id) ?? ""}Pages`);
}

/** The constant of one way of paging; pure, so that a bundler drops it with the operations that use it. */
export function pageConstant(id: string, { style, ...description }: PageDescription): string {
  const argument = dataLiteral(toJsonValue(description, "codegen.json"));
  return `const ${pageConstantName(id)} = /* @__PURE__ */ ${strategyFunctions[style]}(${argument});\n`;
}
