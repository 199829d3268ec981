import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";
import { lintRules } from "./scripts/lint/lint-rules.ts";

const source = ["packages/*/src/**/*.ts"];
const generated = ["packages/*/src/generated/**/*.ts", "packages/*/src/*/generated/**/*.ts"];
const tests = ["**/*.test.ts", "packages/*/test/**/*.ts"];
// The generator is a command line and reads files; all else in packages/ runs in browsers and workers too.
const nodeOnly = ["packages/codegen/**", "**/*.node.ts"];

/** @type {import("eslint").Linter.RulesRecord} */
const strictness = {
  // A number reads the same in a message and in a URL; what else is interpolated has to be a string.
  "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
  "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
  // `Paths extends {}` is how openapi-fetch spells "any paths".
  "@typescript-eslint/no-empty-object-type": ["error", { allowObjectTypes: "always" }],
  // A caller's abort rejects with the signal's own reason, whatever that is.
  "@typescript-eslint/only-throw-error": ["error", { allowThrowingUnknown: true }],
  "@typescript-eslint/prefer-promise-reject-errors": ["error", { allowThrowingUnknown: true }],
  // An `async` function without `await` turns what it throws into a rejection; that is often the point.
  "@typescript-eslint/require-await": "off",
  "@typescript-eslint/consistent-type-imports": "error",
  // `isolatedDeclarations` asks for a type on every export.
  "@typescript-eslint/no-inferrable-types": "off",
  "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
  "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
  eqeqeq: ["error", "always"],
  "no-console": "error",
};

export default defineConfig(
  globalIgnores(["**/dist/", "**/out/", "**/coverage/", "**/*.golden.*", "bench/generated/", "bench/peers/"]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    name: "labelwire/typescript",
    files: ["**/*.ts"],
    ignores: generated,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: strictness,
  },
  {
    name: "labelwire/generated",
    files: generated,
    languageOptions: { parser: tseslint.parser },
  },
  {
    name: "labelwire/boundaries",
    files: ["**/*.ts"],
    plugins: { labelwire: lintRules },
    rules: { "labelwire/boundaries": "error" },
  },
  {
    name: "labelwire/runs-anywhere",
    files: source,
    ignores: [...tests, ...nodeOnly],
    rules: {
      "labelwire/no-module-scope-process": "error",
      "no-restricted-globals": [
        "error",
        ...["process", "Buffer", "global", "require", "setImmediate", "__dirname", "__filename"].map((name) => ({
          name,
          message: "It exists in Node alone. Use a web standard, or put the code in a *.node.ts file.",
        })),
      ],
    },
  },
  {
    name: "labelwire/named-exports",
    files: ["packages/*/src/**/index.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "ExportAllDeclaration",
          message: "List the exported names: a refreshed spec must not change them.",
        },
      ],
    },
  },
  {
    name: "labelwire/tests",
    files: tests,
    rules: {
      "@typescript-eslint/no-empty-function": "off",
      // expect.stringMatching and the like are typed `any`.
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-confusing-void-expression": "off",
    },
  },
  {
    name: "labelwire/command-lines",
    files: ["scripts/**/*.ts", "bench/**/*.ts", "examples/**/*.ts", "packages/codegen/src/cli.ts"],
    rules: { "no-console": "off" },
  },
);
