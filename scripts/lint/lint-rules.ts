import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Rule } from "eslint";
import { findBoundaryBreach } from "./import-boundaries.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The nodes that carry a module specifier; the types of ESLint know no TypeScript syntax. */
interface SpecifierNode {
  readonly source?: { readonly type: string; readonly value?: unknown } | null;
}

const boundaries: Rule.RuleModule = {
  meta: { type: "problem", schema: [], docs: { description: "Imports run one way: platform package → core." } },
  create(context) {
    const file = relative(root, context.filename).split(sep).join("/");
    const check = (node: Rule.Node): void => {
      const specifier = (node as SpecifierNode).source?.value; // each visited kind of node has a `source`
      if (typeof specifier !== "string") return;
      const message = findBoundaryBreach({ file, specifier });
      if (message !== undefined) context.report({ node, message });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    };
  },
};

const functions: readonly string[] = ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"];

/** A bare `process` is refused by `no-restricted-globals`; this is for `globalThis.process`, which is fine in a function. */
const noModuleScopeProcess: Rule.RuleModule = {
  meta: { type: "problem", schema: [], docs: { description: "No `process` while a module loads." } },
  create(context) {
    const check = (node: Rule.Node): void => {
      const inFunction = context.sourceCode.getAncestors(node).some(({ type }) => functions.includes(type));
      if (inFunction) return;
      context.report({
        node,
        message: "`process` at module scope fails in browsers and workers. Read it inside the function that needs it.",
      });
    };
    return {
      'MemberExpression[object.name="globalThis"][property.name="process"]': check,
      'MemberExpression[object.name="globalThis"][property.value="process"]': check,
    };
  },
};

/** The rules of this repository, as an ESLint plugin. */
export const lintRules: { readonly rules: Readonly<Record<string, Rule.RuleModule>> } = {
  rules: { boundaries, "no-module-scope-process": noModuleScopeProcess },
};
