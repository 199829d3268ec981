import { posix } from "node:path";
import type { Finding } from "./finding.ts";
import { clientParts, type Repository } from "./repository.ts";

const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:node|test|bench|golden))*\.ts$/;
const vague: readonly string[] = ["utils", "util", "helpers", "helper", "common", "misc", "shared"];

/** A file is found by its name: kebab-case, after the thing it exports, and `index.ts` only where a package begins. */
export function checkFileNames(repository: Repository): readonly Finding[] {
  const { files } = repository;
  return files
    .filter((file) => file.endsWith(".ts") && /^(?:packages|scripts|bench|examples)\//.test(file))
    .flatMap((file): readonly Finding[] => {
      const name = posix.basename(file);
      const stem = name.split(".")[0] ?? "";
      if (!kebabCase.test(name))
        return [{ file, problem: "is not in kebab-case", mend: "Name it after its main export." }];
      if (vague.includes(stem))
        return [{ file, problem: `"${stem}" says nothing`, mend: "Name it after its main export." }];
      if (stem === "index" && file.startsWith("packages/") && !isEntry(repository, file)) {
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

/** Where the client of a package begins, or that of a part of it, and the mock of either. */
function isEntry(repository: Repository, file: string): boolean {
  const [, name = "", folder, ...inner] = file.split("/");
  const [part = ""] = inner;
  const path = clientParts(repository, name).includes(part) ? inner.slice(1) : inner;
  return folder === "src" && ["index.ts", "msw/index.ts"].includes(path.join("/"));
}
