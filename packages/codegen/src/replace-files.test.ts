import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { replaceFiles } from "./replace-files.ts";

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "labelwire-replace-"));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

test("writes what differs, below new folders too, and leaves the rest alone", async () => {
  const root = await folder();
  await writeFile(join(root, "same"), "same");
  await writeFile(join(root, "old"), "old");
  const { mtimeMs } = await stat(join(root, "same"));
  const files = new Map([
    [join(root, "same"), "same"],
    [join(root, "old"), "new"],
    [join(root, "a/b"), "b"],
  ]);
  expect(await replaceFiles(files)).toEqual([join(root, "old"), join(root, "a/b")]);
  expect(await readFile(join(root, "old"), "utf8")).toBe("new");
  expect((await stat(join(root, "same"))).mtimeMs).toBe(mtimeMs);
  expect(await replaceFiles(files)).toEqual([]);
});

test("where one file cannot be replaced, none is", async () => {
  const root = await folder();
  await writeFile(join(root, "first"), "old");
  await mkdir(join(root, "third/full"), { recursive: true });
  const files = new Map([
    [join(root, "first"), "new"],
    [join(root, "second"), "new"],
    [join(root, "third"), "a folder stands here"],
  ]);
  await expect(replaceFiles(files)).rejects.toThrow();
  expect(await readFile(join(root, "first"), "utf8")).toBe("old");
  expect((await readdir(root)).sort()).toEqual(["first", "third"]);
});

test("files that were replaced before the failure are put back", async () => {
  const root = await folder();
  await writeFile(join(root, "first"), "old");
  // Two spellings of one path share their temporary file, so the second finds none.
  const files = new Map([
    [join(root, "first"), "new"],
    [`${root}/second`, "new"],
    [`${root}//second`, "newer"],
  ]);
  await expect(replaceFiles(files)).rejects.toThrow("ENOENT");
  expect(await readdir(root)).toEqual(["first"]);
  expect(await readFile(join(root, "first"), "utf8")).toBe("old");
});
