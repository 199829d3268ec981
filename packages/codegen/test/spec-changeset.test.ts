import { execFileSync } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runChangeset } from "../src/run-changeset.ts";
import { runCli } from "../src/run-cli.ts";
import { petsText, refreshPets } from "./refresh-repository.ts";
import { writeRepository } from "./write-repository.ts";

function git(root: string, ...args: string[]): void {
  const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
  execFileSync("git", [...identity, ...args], { cwd: root, stdio: "ignore" });
}

/** A repository whose package was committed at this version. */
async function committedRepository(version: string): Promise<string> {
  const root = await writeRepository();
  await runCli(["generate"], { folder: root, out: () => {}, error: () => {} });
  await mkdir(join(root, "packages/pets"), { recursive: true });
  await writeFile(join(root, "packages/pets/package.json"), JSON.stringify({ name: "@acme/pets", version }));
  git(root, "init", "--quiet");
  git(root, "add", ".");
  git(root, "commit", "--quiet", "--message", "Begin");
  return root;
}

async function refreshWith(root: string, change: (text: string) => string): Promise<void> {
  await writeFile(join(root, "given.yaml"), await petsText(change));
  expect((await refreshPets(root, "given.yaml")).error).toBe("");
}

async function run(root: string, ...args: string[]): Promise<{ code: number; lines: string }> {
  const lines: string[] = [];
  const code = await runChangeset(args, {
    folder: root,
    out: (line) => lines.push(line),
    error: (line) => lines.push(line),
  });
  return { code, lines: lines.join("\n") };
}

const breaking = (text: string): string =>
  text.replace("version: 1.2.0", "version: 1.3.0").replace("minimum: 1, maximum: 100", "enum: [10, 20]");
const additive = (text: string): string =>
  text.replace(
    "  /pets/{petId}:\n",
    '  /toys:\n    get: { operationId: listToys, responses: { "204": { description: "" } } }\n  /pets/{petId}:\n',
  );
const slight = (text: string): string => text.replace("maximum: 100", "maximum: 50");

test.each([
  ["a break, before 1.0.0", "0.4.0", breaking, "minor"],
  ["a break, from 1.0.0 on", "1.4.0", breaking, "major"],
  ["what is new", "1.4.0", additive, "minor"],
  ["another bound", "1.4.0", slight, "patch"],
])("%s", async (_name, version, change, bump) => {
  const root = await committedRepository(version);
  await refreshWith(root, change);
  expect(await run(root, "pets")).toEqual({
    code: 0,
    lines: `Wrote .changeset/spec-pets.md, a ${bump} change. Read it as a user would, and put first what matters.`,
  });
  expect(await readFile(join(root, ".changeset/spec-pets.md"), "utf8")).toMatch(
    new RegExp(`^---\n"@acme/pets": ${bump}\n---\n\n`),
  );
});

test("says what changed for users, or that nothing did", async () => {
  const root = await committedRepository("0.4.0");
  expect(await run(root, "pets")).toEqual({
    code: 0,
    lines: "packages/pets/src/generated/openapi.json: nothing changed since HEAD.",
  });
  await refreshWith(root, (text) => additive(breaking(text)));
  await run(root, "pets", "--since", "HEAD");
  expect(await readFile(join(root, ".changeset/spec-pets.md"), "utf8")).toBe(`---
"@acme/pets": minor
---

Follows the API from 1.2.0 to 1.3.0.

Breaking (1):

- pets_list: query parameter per_page is one of 10, 20

Added (1):

- listToys (GET /toys)

Changed (2):

- pets_list: query parameter per_page: minimum is not set, was 1
- pets_list: query parameter per_page: maximum is not set, was 100
`);
});

test("a sentence alone is a patch", async () => {
  const root = await committedRepository("1.0.0");
  const overlay = join(root, "specs/pets/overlay.yaml");
  await writeFile(overlay, (await readFile(overlay, "utf8")).replace("newest first", "oldest first"));
  await runCli(["generate"], { folder: root, out: () => {}, error: () => {} });
  expect((await run(root, "pets")).lines).toContain("a patch change");
});

test("says what is missing", async () => {
  const root = await committedRepository("1.0.0");
  expect(await run(root)).toMatchObject({ code: 2, lines: expect.stringContaining("Usage: pnpm spec:changeset") });
  expect(await run(root, "pets", "--since=--output=x")).toMatchObject({ code: 2 });
  expect(await run(root, "../pets")).toMatchObject({ code: 2, lines: expect.stringContaining("a folder's name") });
  expect(await run(root, "dogs")).toMatchObject({
    code: 1,
    lines: expect.stringContaining("packages/dogs/package.json: the file does not exist"),
  });
  expect(await run(root, "pets", "--since", "v9")).toMatchObject({
    code: 1,
    lines: expect.stringContaining("v9:packages/pets/src/generated/openapi.json: git does not have it"),
  });
  await rm(join(root, "packages/pets/src/generated/openapi.json"));
  expect(await run(root, "pets")).toMatchObject({ code: 1 });
});
