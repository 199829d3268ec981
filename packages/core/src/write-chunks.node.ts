import type { FileHandle } from "node:fs/promises";

/** As much is written at once. Node's own file streams do the same; a write for each chunk that comes, of 64 KiB at most, takes longer. */
const BLOCK_BYTES = 524_288;
/** After as much the disk is told to begin, so that the end does not wait for all of a large file. */
const FLUSH_BYTES = 67_108_864;

/** Writes chunks to a file and its disk, one block while the next is filled. Two blocks are in memory, whatever comes. */
export async function writeChunks(handle: FileHandle, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  let block = new Uint8Array(BLOCK_BYTES);
  let written = new Uint8Array(BLOCK_BYTES);
  let filled = 0;
  let writing = Promise.resolve();
  let flushing = Promise.resolve();
  let unflushed = 0;
  try {
    for await (const chunk of chunks) {
      for (let at = 0; at < chunk.byteLength;) {
        const part = chunk.subarray(at, at + BLOCK_BYTES - filled);
        block.set(part, filled);
        filled += part.byteLength;
        at += part.byteLength;
        if (filled < BLOCK_BYTES) continue;
        await writing;
        writing = writeBlock(handle, block);
        // It is awaited before the next one, which may be long after it has failed.
        writing.catch(() => undefined);
        [block, written] = [written, block];
        filled = 0;
        unflushed += BLOCK_BYTES;
        if (unflushed < FLUSH_BYTES) continue;
        await flushing;
        flushing = handle.sync();
        flushing.catch(() => undefined);
        unflushed = 0;
      }
    }
    await writing;
    await writeBlock(handle, block.subarray(0, filled));
    await flushing;
    // Or a crash after the rename could leave the name on an empty file.
    await handle.sync();
  } finally {
    // The file must not be closed under them.
    await Promise.allSettled([writing, flushing]);
  }
}

async function writeBlock(handle: FileHandle, block: Uint8Array): Promise<void> {
  // write() may take less than it is given.
  for (let at = 0; at < block.byteLength;) at += (await handle.write(block, at)).bytesWritten;
}
