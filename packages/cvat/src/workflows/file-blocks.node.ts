import fs from "node:fs/promises";
import type { BlockReader, FileToRead } from "./file-blocks.ts";
import { TusFault } from "./tus-fault.ts";

/**
 * Opens a file to read it piece by piece, into the same few buffers in turn. A `Blob` of a file makes a buffer anew for each piece, which took
 * half of the time of an upload on loopback.
 *
 * @throws TusFault, from `read` too, where the file is not what it was.
 */
export async function openFileBlocks({ path, size, buffers: count }: FileToRead): Promise<BlockReader> {
  const handle = await fs.open(path).catch((cause: unknown) => {
    throw new TusFault("the file could not be opened any more", "none", cause);
  });
  const { mtimeMs } = await handle.stat();
  let buffers: readonly Uint8Array<ArrayBuffer>[] = [];
  return {
    read: async (start, end) => {
      const oldest = buffers.length < count ? undefined : buffers[0];
      const buffer = oldest && oldest.length >= end - start ? oldest : new Uint8Array(end - start);
      buffers = [...(oldest ? buffers.slice(1) : buffers), buffer];
      for (let at = start; at < end;) {
        const { bytesRead } = await handle.read(buffer, at - start, end - at, at);
        if (bytesRead === 0) throw new TusFault("the file has become shorter while it was sent", "none");
        at += bytesRead;
      }
      const now = await handle.stat();
      if (now.size !== size || now.mtimeMs !== mtimeMs)
        throw new TusFault("the file has changed while it was sent", "none");
      return buffer.subarray(0, end - start);
    },
    renew: () => {
      buffers = [];
    },
    close: () => handle.close(),
  };
}
