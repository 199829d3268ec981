import { randomBytes } from "node:crypto";
import fs, { type FileHandle } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { writeChunks } from "./write-chunks.node.ts";

async function makeFile(): Promise<{ readonly file: string; readonly handle: FileHandle }> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "write-chunks-"));
  const file = path.join(folder, "file");
  const handle = await fs.open(file, "w");
  onTestFinished(async () => {
    await handle.close();
    await fs.rm(folder, { recursive: true });
  });
  return { file, handle };
}

async function* chunked(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

const noise = randomBytes(1_600_000);

test("whatever the sizes of the chunks, the file is what they hold", async () => {
  const size = fc.oneof(fc.nat(10), fc.nat(70_000), fc.constantFrom(524_287, 524_288, 524_289, 1_500_000));
  await fc.assert(
    fc.asyncProperty(fc.array(size, { maxLength: 12 }), async (sizes) => {
      const { file, handle } = await makeFile();
      const chunks = sizes.map((length, index) => noise.subarray(index, index + length));
      await writeChunks(handle, chunked(chunks));
      expect((await fs.readFile(file)).equals(Buffer.concat(chunks))).toBe(true);
    }),
    { numRuns: 25 },
  );
});

test("a write that fails while chunks come ends their reading, and is what is told", async () => {
  const { handle } = await makeFile();
  const full = new Error("ENOSPC");
  const failing = Object.assign(Object.create(handle) as FileHandle, { write: () => Promise.reject(full) });
  let isReleased = false;
  async function* long(): AsyncGenerator<Uint8Array> {
    try {
      for (let count = 0; count < 100; count += 1) yield new Uint8Array(300_000);
      throw new Error("read to its end");
    } finally {
      isReleased = true;
    }
  }
  await expect(writeChunks(failing, long())).rejects.toBe(full);
  expect(isReleased).toBe(true);
});

test("when reading fails, the write under way has ended before that is told", async () => {
  const { handle } = await makeFile();
  let isWriting = false;
  const slow = Object.assign(Object.create(handle) as FileHandle, {
    write: async (block: Uint8Array) => {
      isWriting = true;
      await new Promise((resolve) => setTimeout(resolve, 20));
      isWriting = false;
      return { bytesWritten: block.byteLength };
    },
  });
  async function* breaking(): AsyncGenerator<Uint8Array> {
    yield new Uint8Array(524_288);
    throw new Error("broken");
  }
  await expect(writeChunks(slow, breaking())).rejects.toThrow("broken");
  expect(isWriting).toBe(false);
});

test("the disk is told to begin after each 64 MiB, one at a time, and is waited for at the end", async () => {
  const { handle } = await makeFile();
  const calls: string[] = [];
  const recording = Object.assign(Object.create(handle) as FileHandle, {
    write: (block: Uint8Array) => Promise.resolve({ bytesWritten: block.byteLength }),
    sync: async () => {
      calls.push("begin");
      await new Promise((resolve) => setImmediate(resolve));
      calls.push("end");
    },
  });
  const megabyte = new Uint8Array(1_048_576);
  await writeChunks(recording, chunked(new Array<Uint8Array>(130).fill(megabyte)));
  expect(calls).toEqual(["begin", "end", "begin", "end", "begin", "end"]);
});
