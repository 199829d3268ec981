import type { FileReader } from "tus-js-client";
import type { BlockReader } from "./file-blocks.ts";

/** A piece of a file as our HTTP stack takes it. tus-js-client looks at `size` alone. */
export interface TusChunk {
  readonly size: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A file, read in blocks that begin at multiples of `blockBytes`. */
export interface TusSourceOptions {
  readonly reader: BlockReader;
  readonly size: number;
  readonly blockBytes: number;
  /** True reads a block while the one before it is sent. */
  readonly readsAhead: boolean;
  /** Called with each block before any of it is handed out. */
  readonly onBlock?: ((index: number, block: Uint8Array<ArrayBuffer>) => Promise<void>) | undefined;
}

/** A block that is read while the one before it is sent. */
interface BlockAhead {
  readonly index: number;
  readonly reading: Promise<Uint8Array<ArrayBuffer>>;
}

/** Gives tus-js-client a file block by block: no more than two are in memory, the one that is sent and the next if it is read ahead. */
export function tusFileReader({ reader, size, blockBytes, readsAhead, onBlock }: TusSourceOptions): FileReader {
  const read = (index: number): Promise<Uint8Array<ArrayBuffer>> =>
    reader.read(index * blockBytes, Math.min((index + 1) * blockBytes, size));
  let ahead: BlockAhead | undefined;

  const take = async (index: number): Promise<Uint8Array<ArrayBuffer>> => {
    const block = await (ahead?.index === index ? ahead.reading : read(index));
    ahead = undefined;
    if (readsAhead && (index + 1) * blockBytes < size) {
      const reading = read(index + 1);
      // It is told when the block is wanted.
      reading.catch(() => undefined);
      ahead = { index: index + 1, reading };
    }
    return block;
  };
  const source = {
    size,
    slice: async (start: number): Promise<{ value: TusChunk; done: boolean }> => {
      const index = Math.floor(start / blockBytes);
      const block = await take(index);
      await onBlock?.(index, block);
      // An upload that goes on in the middle of a block sends the rest of it, so that the next begins where blocks begin.
      const bytes = block.subarray(start - index * blockBytes);
      return { value: { size: bytes.length, bytes }, done: start + bytes.length === size };
    },
    close: () => undefined,
  };
  return { openFile: () => Promise.resolve(source) };
}
