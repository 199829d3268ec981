/** Bytes with a name. */
export interface DataToUpload {
  /** What is sent, as it is. */
  readonly data: Blob | ArrayBuffer | ArrayBufferView;
  /** The file's name, without folders. Default: the name of `data` if it is a `File`. */
  readonly name?: string | undefined;
}

/** A file on disk, in Node, Deno and Bun. It is read as it is sent, never whole into memory. */
export interface PathToUpload {
  /** Relative to the working folder, or absolute. */
  readonly path: string;
  /** The file's name, without folders. Default: the last part of `path`. */
  readonly name?: string | undefined;
}

/** A `File`, a path on disk, or either with a name. */
export type FileToUpload = File | string | DataToUpload | PathToUpload;
