import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readTarball } from "./read-tarball.ts";

test("files are read with their paths inside the package, long ones too", () => {
  const folder = mkdtempSync(join(tmpdir(), "labelwire-tarball-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const deep = `dist/${"deep/".repeat(20)}file.js`;
  const files = new Map([
    ["package.json", "{}"],
    ["README.md", "é".repeat(600)],
    [deep, "export {};"],
    ["empty.txt", ""],
  ]);
  for (const [path, text] of files) {
    const file = join(folder, "package", path);
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, text);
  }
  execFileSync("tar", ["--format=ustar", "-czf", "packed.tgz", "package"], { cwd: folder });
  const read = new Map(readTarball(join(folder, "packed.tgz")).map(({ path, text }) => [path, text]));
  expect(read).toEqual(files);
});
