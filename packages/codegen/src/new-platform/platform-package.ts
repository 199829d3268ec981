import type { PlatformWords } from "./platform-words.ts";

/** What a new package's own files are written from. */
export interface PlatformPackageInput {
  readonly words: PlatformWords;
  /** The version of msw that the packages are developed with. */
  readonly mswVersion: string;
  readonly credentials: readonly string[];
}

/** The files of a new package that are no source, by path below its folder, but for its licence. */
export function platformPackage(input: PlatformPackageInput): ReadonlyMap<string, string> {
  return new Map([
    ["package.json", `${JSON.stringify(manifest(input), undefined, 2)}\n`],
    ["tsconfig.json", '{\n  "extends": "../../tsconfig.base.json",\n  "include": ["src", "test"]\n}\n'],
    ["tsconfig.build.json", buildSettings],
    ["README.md", readme(input)],
  ]);
}

const buildSettings = `{
  "extends": "../../tsconfig.build.base.json",
  "compilerOptions": { "rootDir": "src", "outDir": "dist" },
  "include": ["src"],
  "exclude": ["src/**/*.test.ts"]
}
`;

function manifest({ words, mswVersion }: PlatformPackageInput): object {
  return {
    name: `@labelwire/${words.folder}`,
    version: "0.0.0",
    description: `Typed client for ${words.title}, with mocks for your own tests`,
    keywords: ["annotation", "api client", "labeling", "msw", "openapi"],
    license: "MIT",
    type: "module",
    sideEffects: false,
    engines: { node: ">=22.12" },
    files: ["dist", "src", "!src/**/*.test.ts"],
    exports: {
      ".": entry("index"),
      "./operations": entry("generated/operations"),
      "./msw": entry("msw/index"),
      "./schema": entry("generated/schema"),
      "./codegen": entry("generated/codegen"),
      "./openapi.json": "./src/generated/openapi.json",
      "./package.json": "./package.json",
    },
    scripts: {
      build: "node ../../scripts/build-package.ts",
      typecheck:
        "node ../../node_modules/typescript/bin/tsc -p tsconfig.json && node ../../node_modules/typescript-7/bin/tsc -p tsconfig.json",
    },
    dependencies: { "@labelwire/core": "workspace:^" },
    peerDependencies: { msw: "^2.11.0 || ^3.0.0" },
    peerDependenciesMeta: { msw: { optional: true } },
    devDependencies: { msw: mswVersion },
    publishConfig: { access: "public", provenance: true },
  };
}

function entry(path: string): object {
  return { "@labelwire/source": `./src/${path}.ts`, types: `./dist/${path}.d.ts`, default: `./dist/${path}.js` };
}

function readme({ words, credentials }: PlatformPackageInput): string {
  const { folder, pascal, camel, title } = words;
  const given = credentials.length === 0 ? "" : `{ auth: { ${credentials.map((name) => `${name}: "…"`).join(", ")} } }`;
  return `# @labelwire/${folder}

A typed client for ${title}: every operation as a typed path and as a function, with retries, deadlines, pagination and typed errors, and mocks for your own tests.

    npm install @labelwire/${folder}

    import { create${pascal}Client } from "@labelwire/${folder}";

    const ${camel} = create${pascal}Client(${given});

Operation functions are in \`@labelwire/${folder}/operations\`, types of every schema in \`@labelwire/${folder}/schema\`. \`create${pascal}Mock\` of \`@labelwire/${folder}/msw\` answers like the platform, through msw or as a client's \`fetch\`.
`;
}
