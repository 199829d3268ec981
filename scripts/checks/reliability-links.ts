import { posix } from "node:path";
import type { Finding } from "./finding.ts";
import type { Repository } from "./repository.ts";

const page = "docs/reliability.md";
const suite = "packages/core/test/hazards/";
/** `[name of a test](../packages/core/test/retry.test.ts)` */
const link = /\[([^\]]+)\]\(([^()\s]+\.test\.ts)\)/g;

/** Every promise of docs/reliability.md names a test that exists, and every file of the hazard suite holds a promise. */
export function checkReliabilityLinks({ files, read }: Repository): readonly Finding[] {
  const hazards = files.filter((file) => file.startsWith(suite) && file.endsWith(".test.ts"));
  const text = files.includes(page) ? read(page) : "";
  const links = [...text.matchAll(link)].map(([, name = "", target = ""]) => ({
    name,
    file: posix.join(posix.dirname(page), target),
  }));
  const linked = new Set(links.map(({ file }) => file));
  return [
    ...links.flatMap(({ name, file }): readonly Finding[] => {
      if (!files.includes(file)) return [{ file: page, problem: `links to ${file}, which does not exist`, mend }];
      // Names are written as plain strings, so that they are found by searching for them.
      if (read(file).includes(JSON.stringify(name))) return [];
      return [{ file: page, problem: `names the test "${name}", which ${file} does not have`, mend }];
    }),
    ...hazards
      .filter((file) => !linked.has(file))
      .map((file) => ({ file, problem: `holds no promise of ${page}`, mend: "Add a row that links to its tests." })),
  ];
}

const mend = "Link the test that holds the promise, by the name it has in its file.";
