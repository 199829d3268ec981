import type { Repository } from "./repository.ts";

/** A repository made of strings, for the tests of the rules. */
export function repositoryOf(files: Readonly<Record<string, string>>): Repository {
  return {
    files: Object.keys(files).sort(),
    read: (file) => {
      const text = files[file];
      if (text === undefined) throw new Error(`The test's repository has no ${file}.`);
      return text;
    },
  };
}

const built = (path: string): Readonly<Record<string, string>> => ({
  "@labelwire/source": `./src/${path}.ts`,
  types: `./dist/${path}.d.ts`,
  default: `./dist/${path}.js`,
});

/** A package.json that breaks no rule; `changes` replace its members. */
export function manifestOf(name: string, changes: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    name: `@labelwire/${name}`,
    description: "Typed client for a made-up platform",
    license: "MIT",
    type: "module",
    sideEffects: false,
    engines: { node: ">=22.12" },
    files: ["dist", "src", "!src/**/*.test.ts"],
    exports: { ".": built("index"), "./package.json": "./package.json" },
    scripts: {
      build: "node ../../scripts/build-package.ts",
      typecheck:
        "node ../../node_modules/typescript/bin/tsc -p tsconfig.json && node ../../node_modules/typescript-7/bin/tsc -p tsconfig.json",
    },
    publishConfig: { access: "public", provenance: true },
    ...changes,
  });
}

/** The files of a package that breaks no rule. */
export function packageOf(name: string, manifest: string = manifestOf(name)): Readonly<Record<string, string>> {
  return {
    LICENSE: "MIT License",
    [`packages/${name}/package.json`]: manifest,
    [`packages/${name}/README.md`]: `# @labelwire/${name}`,
    [`packages/${name}/LICENSE`]: "MIT License",
    [`packages/${name}/tsconfig.json`]: "{}",
    [`packages/${name}/tsconfig.build.json`]: "{}",
    [`packages/${name}/src/index.ts`]: 'export { pat } from "./pat.ts";',
  };
}
