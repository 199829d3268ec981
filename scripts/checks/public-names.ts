import type { Finding } from "./finding.ts";
import { clientParts, platformNames, type Repository } from "./repository.ts";

/** What writes a new platform's package, and so says what every package has. */
const model = "packages/codegen/src/new-platform/";
const sources: readonly string[] = ["@labelwire/core", "@labelwire/core/msw"];

/**
 * Whoever uses two clients side by side finds in the second what the first has, by the same names: what comes from the core, the types
 * of a client, and the options of each workflow.
 */
export function checkPublicNames(repository: Repository): readonly Finding[] {
  const expected = new Map(sources.map((source) => [source, namesInModel(repository, source)]));
  return platformNames(repository).flatMap((name) =>
    ["", ...clientParts(repository, name).map((part) => `${part}/`)].flatMap((part) => {
      const folder = `packages/${name}/src/${part}`;
      return [
        ...checkEntry(repository, { file: `${folder}index.ts`, source: "@labelwire/core", expected }),
        ...checkEntry(repository, { file: `${folder}msw/index.ts`, source: "@labelwire/core/msw", expected }),
      ];
    }),
  );
}

interface Entry {
  readonly file: string;
  readonly source: string;
  readonly expected: ReadonlyMap<string, ReadonlySet<string>>;
}

function checkEntry(repository: Repository, { file, source, expected }: Entry): readonly Finding[] {
  if (!repository.files.includes(file)) return [];
  const text = repository.read(file);
  const [shared, wanted] = [namesFrom(text, source), expected.get(source) ?? new Set<string>()];
  return [
    ...[...wanted]
      .filter((name) => !shared.has(name))
      .map((name) => ({
        file,
        problem: `does not export ${name} of ${source}`,
        mend: "Add it; every client exports the same names of the core.",
      })),
    ...[...shared]
      .filter((name) => !wanted.has(name))
      .map((name) => ({
        file,
        problem: `alone exports ${name} of ${source}`,
        mend: `Export it from every client and from the one in ${model}, or from none.`,
      })),
    ...missingTypes(text, file),
    ...workflowOptions(repository, { text, file }),
  ];
}

/** `createAcmeClient` is there with `AcmeClientOptions`, `AcmeAuth` and so on, `createAcmeMock` with `AcmeMockOptions`. */
function missingTypes(text: string, file: string): readonly Finding[] {
  const names = [...exportsOf(text)].flatMap(({ names }) => names);
  const [, platform = "", kind] = /\bcreate(\w+)(Client|Mock)\b/.exec(names.join(" ")) ?? [];
  if (kind === undefined) return [];
  // A part of a package may share the credentials of the whole.
  const shared = kind === "Client" ? ["Auth", "Credentials"] : [];
  const isThere = (ending: string): boolean =>
    names.some((name) => name.endsWith(ending) && platform.startsWith(name.slice(0, -ending.length)));
  const missing = [
    ...[`${platform}${kind}`, `${platform}${kind}Options`].filter((name) => !names.includes(name)),
    ...shared.filter((ending) => !isThere(ending)).map((ending) => `${platform}${ending}`),
  ];
  return missing.map((name) => ({
    file,
    problem: `does not export the type ${name}`,
    mend: `Add it: ${kind === "Client" ? "a client" : "a mock"} comes with it on every platform.`,
  }));
}

/** The options of `exportTasks` are `ExportTasksOptions`: whoever knows the function knows the type. */
function workflowOptions(repository: Repository, { text, file }: { text: string; file: string }): readonly Finding[] {
  const exported = [...exportsOf(text)];
  const all = exported.flatMap(({ names }) => names);
  return exported.flatMap(({ from, names }) => {
    const source = file.replace(/[^/]*$/, "") + from.replace(/^\.\//, "");
    if (!from.startsWith("./workflows/") || !repository.files.includes(source)) return [];
    const code = repository.read(source);
    return names.flatMap((name) => {
      const type = optionsOf(code, name);
      if (type === undefined) return [];
      const wanted = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Options`;
      if (type !== wanted)
        return [{ file: source, problem: `${name} takes ${type}`, mend: `Name the type of its options ${wanted}.` }];
      if (all.includes(wanted)) return [];
      return [{ file, problem: `does not export ${wanted}, which ${name} takes`, mend: "Add it beside the function." }];
    });
  });
}

/** The type of a function's parameter `options`, if it has one. */
function optionsOf(code: string, name: string): string | undefined {
  const parameters = new RegExp(`\\bfunction ${name}\\b[^(]*\\(([^]*?)\\): `).exec(code)?.[1];
  return parameters === undefined ? undefined : /\boptions\??: (\w+)/.exec(parameters)?.[1];
}

function namesInModel({ files, read }: Repository, source: string): ReadonlySet<string> {
  return new Set(files.filter((file) => file.startsWith(model)).flatMap((file) => [...namesFrom(read(file), source)]));
}

function namesFrom(text: string, source: string): ReadonlySet<string> {
  return new Set([...exportsOf(text)].filter(({ from }) => from === source).flatMap(({ names }) => names));
}

function* exportsOf(text: string): Generator<{ readonly from: string; readonly names: readonly string[] }> {
  for (const [, list = "", from = ""] of text.matchAll(/^export (?:type )?\{([^}]*)\} from "([^"]+)";/gm)) {
    const names = list.split(",").map((name) => name.trim().replace(/^type /, ""));
    yield { from, names: names.filter((name) => name !== "") };
  }
}
