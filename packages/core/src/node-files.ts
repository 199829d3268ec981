import { ConfigError } from "./errors.ts";

/** What is saved. */
export interface FileToSave {
  /** The name it gets in a directory; a safe one. */
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly overwrite: boolean;
  /** What errors call the transfer. */
  readonly operation: string;
}

// Where there are no files, such as in browsers; `#node-files` in package.json picks the other one for Node, Deno and Bun.

/** True where `fetch` sends a stream over HTTP/1.1 with a `Content-Length` of its own. */
export function canStreamUploads(): boolean {
  return false;
}

/** @throws ConfigError always. */
export const saveFile: (target: string, file: FileToSave) => Promise<string> = (_target, { operation }) => {
  const message = `${operation}: this runtime has no file system. Use stream(), blob(), bytes() or text() instead of save().`;
  return Promise.reject(new ConfigError({ option: "target", operation, message }));
};

/** @throws ConfigError always. */
export const openFile: (path: string) => Promise<Blob> = () => {
  const message = "A path was given for a file, but this runtime has no file system. Give a File, a Blob or bytes.";
  return Promise.reject(new ConfigError({ option: "path", message }));
};
