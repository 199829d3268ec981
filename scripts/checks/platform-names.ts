import type { Finding } from "./finding.ts";
import { platformNames, type Repository } from "./repository.ts";

const neutralFolders: readonly string[] = [
  "packages/core/src/",
  "packages/codegen/src/",
  "scripts/",
  ".ci/",
  ".github/",
];
const rootPages: readonly string[] = ["README.md", "CONTRIBUTING.md", "LICENSE", "pnpm-lock.yaml"];

/** What serves every platform names none: a fifth one must need no edit there. */
export function checkPlatformNames(repository: Repository): readonly Finding[] {
  const patterns = platformNames(repository).map((name) => ({ name, pattern: patternFor(name) }));
  return repository.files.filter(isNeutral).flatMap((file) => {
    const text = `${file}\n${repository.read(file)}`;
    return patterns.flatMap(({ name, pattern }) => {
      const found = pattern.exec(text);
      if (found === null) return [];
      const line = text.slice(0, found.index).split("\n").length - 1;
      return [
        {
          file,
          problem: `${line === 0 ? "its name" : `line ${line}`} names a platform, ${name}`,
          mend: "Use a made-up platform (acme, pets), or put the difference into the platform's definition.",
        },
      ];
    });
  });
}

/** `blue-sky` as `blue-sky`, `blueSky`, `BlueSky`, `blue_sky` and `Blue Sky`. */
function patternFor(name: string): RegExp {
  return new RegExp(name.split("-").join("[-_ ]?"), "i");
}

function isNeutral(file: string): boolean {
  if (!file.includes("/")) return !rootPages.includes(file);
  return neutralFolders.some((folder) => file.startsWith(folder));
}
