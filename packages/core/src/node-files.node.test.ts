import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openFile, saveFile } from "./node-files.node.ts";

let folder: string;
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "node-files-"));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await fs.rm(folder, { recursive: true });
});

describe("a file to open", () => {
  test.each([
    ["https://pets.example/cats.zip", "https://pets.example/cats.zip is a URL and not the path of a file."],
    ["HTTP://u:canary@pets.example/cats.zip?sig=canary#canary", "HTTP://pets.example/cats.zip is a URL"],
    ["s3://pets/cats.zip", "s3://pets/cats.zip is a URL"],
  ])("that is %s is a ConfigError that says what to do, without a secret", async (location, message) => {
    const failure: unknown = await openFile(location).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: "ConfigError", option: "path" });
    expect(String(failure)).toContain(message);
    expect(String(failure)).toContain("Download it first");
    expect(String(failure)).not.toContain("canary");
  });

  test.each(["a://b", "c:/cats.zip", "https:cats.zip"])("may be called %s", async (name) => {
    await expect(openFile(path.join(folder, name))).rejects.toThrow("ENOENT");
    await expect(openFile(name)).rejects.toThrow("ENOENT");
  });
});

async function* chunks(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode("cats");
}

test("a file is saved though the temporary name of it cannot be removed", async () => {
  vi.spyOn(fs, "rm").mockRejectedValueOnce(Object.assign(new Error("EPERM"), { code: "EPERM", syscall: "unlink" }));
  const target = path.join(folder, "cats.txt");
  const file = { name: "cats.txt", chunks: chunks(), overwrite: false, operation: "exportPets" };
  expect(await saveFile(target, file)).toBe(target);
  expect(await fs.readFile(target, "utf8")).toBe("cats");
});
