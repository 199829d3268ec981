import { globSync, readFileSync } from "node:fs";
import path from "node:path";

/** What a test imports or names that only Node has, a server on loopback included. */
const nodeOnly = /from "(?:node:[\w/]+|msw\/node|esbuild|undici)"|loopback|\b(?:Buffer|process)\b/;

/** The test files of the package at `root` that run in Node alone, found by what is written in them. */
export function needsNode(root: string): string[] {
  return globSync(["src/**/*.test.ts", "test/*.test.ts"], { cwd: root }).filter((file) =>
    nodeOnly.test(readFileSync(path.join(root, file), "utf8")),
  );
}
