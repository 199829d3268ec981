import { expect, test } from "vitest";
import type { FileToUpload } from "./file-to-upload.ts";
import { planFile } from "./plan-files.ts";

test("bytes with a name are a file", async () => {
  const { name, blob } = await planFile("file", { data: new Uint8Array(3), name: "a.jpg" });
  expect([name, blob.size]).toEqual(["a.jpg", 3]);
});

test.each<[string, unknown]>([
  ["nothing", undefined],
  ["null", null],
  ["an id", 7],
  ["bytes without a name", new Uint8Array(3)],
])("%s is refused by what a file can be", async (_name, given) => {
  await expect(planFile("file", given as FileToUpload)).rejects.toMatchObject({
    name: "ConfigError",
    option: "file",
    message: "file must be a File, a path, or an object with data or path.",
  });
});
