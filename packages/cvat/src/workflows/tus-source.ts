import type { FileReader, FileSource } from "tus-js-client";
import { TusFault } from "./tus-fault.ts";

/** A piece of a file as our HTTP stack takes it. tus-js-client looks at `size` alone. */
export interface TusChunk {
  readonly size: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A file, read in blocks that begin at multiples of `blockBytes`. */
export interface TusSourceOptions {
  readonly blob: Blob;
  readonly blockBytes: number;
  /** Called with each block before any of it is handed out. */
  readonly onBlock?: ((index: number, block: Uint8Array<ArrayBuffer>) => Promise<void>) | undefined;
}

/** Gives tus-js-client a file block by block, so that no more than one is in memory. */
export function tusFileReader(options: TusSourceOptions): FileReader {
  return { openFile: () => Promise.resolve(openSource(options)) };
}

function openSource({ blob, blockBytes, onBlock }: TusSourceOptions): FileSource {
  return {
    size: blob.size,
    slice: async (start) => {
      const index = Math.floor(start / blockBytes);
      const block = await readBlock(blob, index, blockBytes);
      await onBlock?.(index, block);
      // An upload that goes on in the middle of a block sends the rest of it, so that the next begins where blocks begin.
      const bytes = block.subarray(start - index * blockBytes);
      const chunk: TusChunk = { size: bytes.length, bytes };
      return { value: chunk, done: start + bytes.length === blob.size };
    },
    close: () => undefined,
  };
}

/**
 * One block of a file.
 *
 * @throws TusFault where the file is not what it was when it was opened.
 */
export async function readBlock(blob: Blob, index: number, blockBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const start = index * blockBytes;
  const end = Math.min(start + blockBytes, blob.size);
  const buffer = await blob
    .slice(start, end)
    .arrayBuffer()
    .catch((cause: unknown) => {
      throw new TusFault("the file could not be read: it has changed, or is not there any more", "none", cause);
    });
  if (buffer.byteLength !== end - start) throw new TusFault("the file has become shorter while it was sent", "none");
  return new Uint8Array(buffer);
}
