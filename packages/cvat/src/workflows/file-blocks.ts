/** Reads pieces of a file. */
export interface BlockReader {
  /** The bytes from `start` to before `end`. They stand for as many reads, this one included, as there are buffers. */
  readonly read: (start: number, end: number) => Promise<Uint8Array<ArrayBuffer>>;
  /** Reads into other memory from now on: what was read may still be on its way over a broken connection. */
  readonly renew: () => void;
  readonly close: () => Promise<void>;
}

/** A file on disk. */
export interface FileToRead {
  readonly path: string;
  /** The bytes it had when it was looked at. */
  readonly size: number;
  /** How many buffers it is read into in turn: two where a block is read while the one before it is sent. */
  readonly buffers: number;
}

// Where there are no files, such as in browsers; `#file-blocks` in package.json picks the other one for Node, Deno and Bun.

/** Opens a file on disk; undefined where there are none. */
export const openFileBlocks: (file: FileToRead) => Promise<BlockReader | undefined> = () => Promise.resolve(undefined);
