import { posix } from "node:path";
import type { Finding } from "./finding.ts";
import type { Repository } from "./repository.ts";

const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:node|test|bench|golden))*\.ts$/;
const vague: readonly string[] = ["utils", "util", "helpers", "helper", "common", "misc", "shared"];
const entries = /^packages\/[^/]+\/src\/(?:msw\/)?index\.ts$/;

/** A file is found by its name: kebab-case, after the thing it exports, and `index.ts` only where a package begins. */
export function checkFileNames({ files }: Repository): readonly Finding[] {
  return files
    .filter((file) => file.endsWith(".ts") && /^(?:packages|scripts|bench|examples)\//.test(file))
    .flatMap((file): readonly Finding[] => {
      const name = posix.basename(file);
      const stem = name.split(".")[0] ?? "";
      if (!kebabCase.test(name))
        return [{ file, problem: "is not in kebab-case", mend: "Name it after its main export." }];
      if (vague.includes(stem))
        return [{ file, problem: `"${stem}" says nothing`, mend: "Name it after its main export." }];
      if (stem === "index" && file.startsWith("packages/") && !entries.test(file)) {
        return [
          {
            file,
            problem: "is a barrel",
            mend: "Import the files themselves; only an entry of a package is an index.",
          },
        ];
      }
      return [];
    });
}
