import { appendFile, mkdtemp, rm, truncate, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { BlockReader } from "./file-blocks.ts";
import { openFileBlocks } from "./file-blocks.node.ts";

let folder = "";
let file = "";
let reader: BlockReader | undefined;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "cvat-blocks-"));
  file = path.join(folder, "a.bin");
  await writeFile(file, "0123456789");
});
afterEach(async () => {
  await reader?.close();
  reader = undefined;
  await rm(folder, { recursive: true });
});

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test("blocks of any length, in any order; what was read stands until the read after the next", async () => {
  reader = await openFileBlocks({ path: file, size: 10, buffers: 2 });
  const first = await reader.read(0, 4);
  const second = await reader.read(4, 8);
  expect([first, second].map(textOf)).toEqual(["0123", "4567"]);
  const third = await reader.read(8, 10);
  expect([second, third].map(textOf)).toEqual(["4567", "89"]);
  expect(third.buffer).toBe(first.buffer);
  expect(textOf(await reader.read(1, 9))).toBe("12345678");
});

test("with one buffer, what was read stands until the next read", async () => {
  reader = await openFileBlocks({ path: file, size: 10, buffers: 1 });
  const first = await reader.read(0, 4);
  expect(textOf(first)).toBe("0123");
  const second = await reader.read(4, 8);
  expect(textOf(second)).toBe("4567");
  expect(second.buffer).toBe(first.buffer);
});

test("after a broken connection nothing is read into what may still be on its way", async () => {
  reader = await openFileBlocks({ path: file, size: 10, buffers: 2 });
  const before = [await reader.read(0, 4), await reader.read(4, 8)];
  reader.renew();
  await reader.read(6, 10);
  await reader.read(0, 4);
  expect(before.map(textOf)).toEqual(["0123", "4567"]);
});

test.each<[string, () => Promise<unknown>]>([
  ["grown", () => appendFile(file, "x")],
  ["become shorter", () => truncate(file, 3)],
  ["been touched", () => utimes(file, 1, 1)],
])("a file that has %s is not what it was", async (_name, change) => {
  reader = await openFileBlocks({ path: file, size: 10, buffers: 2 });
  await reader.read(0, 4);
  await change();
  await expect(reader.read(4, 8)).rejects.toMatchObject({ name: "TusFault", remedy: "none" });
});

test("a file that is not there any more", async () => {
  await rm(file);
  await expect(openFileBlocks({ path: file, size: 10, buffers: 2 })).rejects.toMatchObject({
    name: "TusFault",
    remedy: "none",
  });
});
