import type { Finding } from "./finding.ts";
import type { Repository } from "./repository.ts";

const names: readonly string[] = ["auth", "scope", "paginate", "page-strategies", "retry", "retry-delay", "errors"];
const maxLines = 200;

/** The files a reader looks for first exist under the names the design gives them, and are short enough to be read whole. */
export function checkCoreFiles({ files, read }: Repository): readonly Finding[] {
  return names.flatMap((name): readonly Finding[] => {
    const file = `packages/core/src/${name}.ts`;
    if (!files.includes(file)) {
      return [
        {
          file,
          problem: "is missing",
          mend: "What it does belongs in a file of that name; see the layout in CONTRIBUTING.md.",
        },
      ];
    }
    const lines = read(file).trimEnd().split("\n").length;
    if (lines <= maxLines) return [];
    return [
      {
        file,
        problem: `has ${lines} lines, more than ${maxLines}`,
        mend: "Move one of the things it does to a file of its own.",
      },
    ];
  });
}
