import type { Finding } from "./finding.ts";
import type { Repository } from "./repository.ts";

interface Refusal {
  readonly pattern: RegExp;
  readonly problem: string;
  readonly mend: string;
}

const refusals: readonly Refusal[] = [
  {
    pattern: /(?:\/\/|\/\*|^\s*\*|#|<!--)\s*(?:TODO|FIXME|XXX)\b/m,
    problem: "leaves a note for later",
    mend: "Do it, or open an issue.",
  },
  {
    pattern: /\b(?:test|it|describe|suite)(?:\.(?:concurrent|sequential))?\.(?:skip|only|todo|fails|skipIf|runIf)\b/,
    problem: "does not run all of its tests",
    mend: "Mend or remove the test.",
  },
  {
    pattern: /\/[/*]\s*@ts-(?:ignore|nocheck)\b/,
    problem: "switches type checking off",
    mend: "Mend the type; in a test use @ts-expect-error with a reason.",
  },
  {
    pattern: /(?:^|[\s"'`(=])\/(?:home|Users|root|work)\//m,
    problem: "holds an absolute path of one machine",
    mend: "Resolve it from import.meta.url.",
  },
];

/** Source, tests, scripts and settings are finished: nothing left for later, skipped, unchecked or bound to one machine. */
export function checkSourceText({ files, read }: Repository): readonly Finding[] {
  return files
    .filter((file) => /\.(?:ts|js|json|md|ya?ml)$/.test(file) && !isData(file))
    .flatMap((file) => {
      const text = read(file);
      return refusals.flatMap(({ pattern, problem, mend }) => {
        const found = pattern.exec(text);
        if (found === null) return [];
        return [{ file, problem: `line ${text.slice(0, found.index + 1).split("\n").length} ${problem}`, mend }];
      });
    });
}

/** Not prose or code of ours, or, for this rule and its test, full of examples. */
function isData(file: string): boolean {
  return (
    file.startsWith("scripts/checks/source-text") ||
    file.includes("/generated/") ||
    file === "pnpm-lock.yaml" ||
    file.endsWith("/openapi.yaml")
  );
}
