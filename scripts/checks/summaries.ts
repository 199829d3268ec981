import type { Finding } from "./finding.ts";
import { clientParts, platformNames, type Repository } from "./repository.ts";

interface DescribedOperation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
}

interface CompiledSpec {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
}

interface Described {
  readonly file: string;
  readonly method: string;
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly description: string;
}

const methods: readonly string[] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Words that every operation of its kind could carry. */
const noise = new Set(
  "a an the of for in to by on with and or all one each every its it this that from as at is are get gets list lists fetch fetches retrieve retrieves return returns read reads api v1 v2".split(
    " ",
  ),
);

/** What a method says by itself. */
const verbs: Readonly<Record<string, string>> = {
  get: "show give",
  put: "replace update set put",
  post: "create add post make new",
  patch: "update change patch partial",
  delete: "delete remove destroy",
};

/** Every operation says on hover what its name does not. */
export function checkSummaries(repository: Repository): readonly Finding[] {
  return platformNames(repository).flatMap((name) => [
    ...checkClient(repository, name, `packages/${name}/src/generated/openapi.json`),
    ...clientParts(repository, name).flatMap((part) =>
      checkClient(repository, `${name}/${part}`, `packages/${name}/src/${part}/generated/openapi.json`),
    ),
  ]);
}

function checkClient(repository: Repository, name: string, file: string): readonly Finding[] {
  if (!repository.files.includes(file)) {
    return [{ file, problem: "is missing", mend: `Run \`pnpm generate ${name}\` and commit what it writes.` }];
  }
  const described = readOperations(file, JSON.parse(repository.read(file)) as CompiledSpec); // members are optional
  return [...described.flatMap(checkSummary), ...duplicates(described)];
}

function readOperations(file: string, { paths = {} }: CompiledSpec): readonly Described[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, { operationId = `${method} ${path}`, summary = "", description = "" }]) => ({
        file,
        method,
        path,
        id: operationId,
        summary: summary.trim(),
        description: description.trim(),
      })),
  );
}

function checkSummary({ file, method, path, id, summary, description }: Described): readonly Finding[] {
  const mend = (what: string): string =>
    `Write into the overlay, at ${targetOf({ method, path })}, ${what}, in our own words.`;
  if (summary === "") {
    return [{ file, problem: `${id} has no summary`, mend: mend("what the call does for its caller") }];
  }
  if (summary === description) {
    const instead = "a description that says more than the summary, or none";
    return [{ file, problem: `${id} repeats its summary as its description`, mend: mend(instead) }];
  }
  const known = new Set([...words(id), ...words(path), ...words(verbs[method] ?? "")]);
  if (words(summary).some((word) => !known.has(word))) return [];
  const problem = `the summary of ${id}, "${summary}", only rearranges its name or path`;
  return [{ file, problem, mend: mend("what its name does not say: on what, to what end, or with what effect") }];
}

/** Where an action of the overlay finds the operation. */
function targetOf({ method, path }: { method: string; path: string }): string {
  return `$.paths['${path}'].${method}`;
}

function duplicates(described: readonly Described[]): readonly Finding[] {
  const first = new Map<string, string>();
  return described.flatMap(({ file, method, path, id, summary }) => {
    if (summary === "") return [];
    const key = summary
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, id);
      return [];
    }
    return [
      {
        file,
        problem: `${id} and ${other} share the summary "${summary}"`,
        mend: `Say in the overlay, at ${targetOf({ method, path })} or at the other, what sets them apart.`,
      },
    ];
  });
}

/** The telling words of a name or sentence, without their endings: `getProjectTasks` and "Project's tasks" agree. */
function words(text: string): readonly string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1 && !noise.has(word))
    .map((word) => word.replace(/(?:ies|y)$/, "i").replace(/(?:es|ed|ing|s|e)$/, ""));
}
