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
        path,
        id: operationId,
        summary: summary.trim(),
        description: description.trim(),
      })),
  );
}

function checkSummary({ file, path, id, summary, description }: Described): readonly Finding[] {
  const mend = "Say in the overlay what the call does for its caller, in our own words.";
  if (summary === "") return [{ file, problem: `${id} has no summary`, mend }];
  if (summary === description) return [{ file, problem: `${id} repeats its summary as its description`, mend }];
  const known = new Set([...words(id), ...words(path)]);
  if (words(summary).some((word) => !known.has(word))) return [];
  return [{ file, problem: `the summary of ${id}, "${summary}", only rearranges its name or path`, mend }];
}

function duplicates(described: readonly Described[]): readonly Finding[] {
  const first = new Map<string, string>();
  return described.flatMap(({ file, id, summary }) => {
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
        mend: "Say in the overlay what sets them apart.",
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
