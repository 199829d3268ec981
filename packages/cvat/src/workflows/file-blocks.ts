/** Reads pieces of a file. */
export interface BlockReader {
  /** The bytes from `start` to before `end`. They stand until the read after the next. */
  readonly read: (start: number, end: number) => Promise<Uint8Array<ArrayBuffer>>;
  /** Reads into other memory from now on: what was read may still be on its way over a broken connection. */
  readonly renew: () => void;
  readonly close: () => Promise<void>;
}

/** A file on disk, and the bytes it had when it was looked at. */
export interface FileToRead {
  readonly path: string;
  readonly size: number;
}

// Where there are no files, such as in browsers; `#file-blocks` in package.json picks the other one for Node, Deno and Bun.

/** Opens a file on disk; undefined where there are none. */
export const openFileBlocks: (file: FileToRead) => Promise<BlockReader | undefined> = () => Promise.resolve(undefined);
