import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openRepository, packageNames, platformNames } from "./repository.ts";

test("the repository is what git would commit", () => {
  const root = mkdtempSync(join(tmpdir(), "labelwire-repository-"));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
  const git = (...args: readonly string[]): string => execFileSync("git", args, { cwd: root, encoding: "utf8" });
  const write = (file: string, text: string): void => {
    mkdirSync(join(root, file, ".."), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  git("init", "--quiet");
  write(".gitignore", "dist/\n");
  write("packages/acme/package.json", "{}");
  write("packages/acme/dist/index.js", "");
  write("packages/removed/package.json", "{}");
  write("specs/acme/openapi.yaml", "openapi: 3.1.0");
  git("add", ".");
  rmSync(join(root, "packages/removed"), { recursive: true });
  write("packages/fresh/package.json", "{}");

  const repository = openRepository(root);
  expect(repository.files).toEqual([
    ".gitignore",
    "packages/acme/package.json",
    "packages/fresh/package.json",
    "specs/acme/openapi.yaml",
  ]);
  expect(repository.read("specs/acme/openapi.yaml")).toBe("openapi: 3.1.0");
  expect(packageNames(repository)).toEqual(["acme", "fresh"]);
  expect(platformNames(repository)).toEqual(["acme"]);
});
