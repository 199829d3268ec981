/** How a file is saved. */
export interface SaveOptions {
  /** Takes the place of what is there; a symbolic link is replaced, not followed. Default: false, and an existing file is a `ConfigError`. */
  readonly overwrite?: boolean | undefined;
}

/**
 * A file whose transfer has begun: what the server says of it is known, its bytes come as they are read. Read it once; each further
 * reading asks for the file again. `cancel` a file that will not be read, or its connection stays open.
 *
 * However it is read: a connection that breaks or stalls is resumed, and what came is checked against the announced size.
 * Reading throws NetworkError when connections keep breaking, DecodeError when the size is wrong or the file changed between
 * parts, ApiError when the server refuses, and the signal's reason when aborted.
 */
export interface DownloadedFile {
  /** The file's name as the server gives it, made safe for any file system. */
  readonly name: string;
  /** Bytes in the file, where the server says so. */
  readonly size?: number;
  /** What the server says it is, such as `"application/zip"`. */
  readonly mediaType?: string;
  /** The bytes as a stream that reads no faster than it is read. Cancelling it ends the transfer. */
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
  /** The whole file in memory. */
  blob(): Promise<Blob>;
  /** The whole file in memory. */
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
  /** The file as text, read as UTF-8. */
  text(): Promise<string>;
  /**
   * Writes the file to disk, in Node, Deno and Bun, with no more than a chunk in memory. The bytes go into a temporary file beside the
   * target, which takes the target's name once they are whole, and is removed when anything fails.
   *
   * @param target - A file's path; or a directory's, existing or ending in a slash, and the file keeps its name.
   * @returns The path of the file.
   * @throws ConfigError when the target exists or cannot be written to, LabelwireError when writing fails, such as on a full disk.
   * @example
   * await file.save("./exports/");
   */
  save(target: string, options?: SaveOptions): Promise<string>;
  /** Ends the transfer. */
  cancel(): void;
}
