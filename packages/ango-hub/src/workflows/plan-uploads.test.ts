import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FileToUpload } from "./file-to-upload.ts";
import { planUploads } from "./plan-uploads.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "ango-hub-plan-"));
  await writeFile(path.join(folder, "cat.jpg"), "cat");
  await writeFile(path.join(folder, "empty.jpg"), "");
});
afterAll(() => rm(folder, { recursive: true }));

const bytes = new TextEncoder().encode("bytes");

test("every kind of file gets a name, an id and its bytes", async () => {
  const files: FileToUpload[] = [
    new File(["a"], "a.jpg"),
    path.join(folder, "cat.jpg"),
    { path: path.join(folder, "cat.jpg"), name: "dog.jpg", externalId: "the dog" },
    { name: "bytes.bin", data: bytes, batches: ["one"], metadata: { camera: 1 } },
    { name: "buffer.tar.gz", data: bytes.buffer },
    { data: new File(["b"], "b.jpg") },
  ];
  const planned = await planUploads("files", files);
  expect(planned.map(({ name, externalId, fields }) => [name, externalId, fields])).toEqual([
    ["a.jpg", "a.jpg", {}],
    ["cat.jpg", "cat.jpg", {}],
    ["dog.jpg", "the dog", {}],
    ["bytes.bin", "bytes.bin", { batches: ["one"], metadata: { camera: 1 } }],
    ["buffer.tar.gz", "buffer.tar.gz", {}],
    ["b.jpg", "b.jpg", {}],
  ]);
  const contents = await Promise.all(planned.map(({ body }) => new Response(new Blob([body as BlobPart])).text()));
  expect(contents).toEqual(["a", "cat", "cat", "bytes", "bytes", "b"]);
  expect(planned.map(({ size }) => size)).toEqual([1, 3, 3, 5, 5, 1]);
});

describe("refused", () => {
  const good = { name: "a.jpg", data: bytes };
  test.each<[string, unknown[], RegExp]>([
    ["files[0].name", [{ data: bytes }], /no name/],
    ["files[0].name", [new Blob(["x"])], /no name/],
    ["files[1].name", [good, { name: "cat", data: bytes }], /extension/],
    ["files[0].name", [{ name: "cat.", data: bytes }], /extension/],
    ["files[0].name", [{ name: ".jpg", data: bytes }], /extension/],
    ["files[0].name", [{ name: "pets/cat.jpg", data: bytes }], /slashes/],
    ["files[0].name", [{ name: "cat\n.jpg", data: bytes }], /control/],
    ["files[0]", [{ name: "cat.jpg", data: new Uint8Array() }], /empty/],
    ["files[0]", [{ name: "cat.jpg" }], /either data or path/],
    ["files[0]", [{ ...good, path: "cat.jpg" }], /either data or path/],
    ["files[0].data", [{ name: "cat.jpg", data: "text" }], /Blob/],
    ["files[0]", [7], /object/],
    ["files[0].externalID", [{ ...good, externalID: "x" }], /externalId/],
    ["files[2].name", [good, { ...good, name: "b.jpg" }, { ...good, externalId: "other" }], /files\[0\], a\.jpg/],
    ["files[1].externalId", [good, { ...good, name: "b.jpg", externalId: "a.jpg" }], /files\[0\], a\.jpg/],
  ])("%s, %#", async (option, files, message) => {
    // What JavaScript callers can pass.
    const work = planUploads("files", files as FileToUpload[]);
    await expect(work).rejects.toMatchObject({ name: "ConfigError", option, message: expect.stringMatching(message) });
  });

  test("an empty file, a directory, and a path where nothing is", async () => {
    await expect(planUploads("files", [path.join(folder, "empty.jpg")])).rejects.toThrow(/empty\.jpg, is empty/);
    await expect(planUploads("files", [folder])).rejects.toMatchObject({ name: "ConfigError" });
    await expect(planUploads("files", [path.join(folder, "none.jpg")])).rejects.toThrow(/none\.jpg/);
  });
});
