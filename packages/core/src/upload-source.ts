import { openFile } from "#node-files";
import { ConfigError } from "./errors.ts";
import { viewBytes } from "./view-bytes.ts";

/** What can be uploaded: a `File` or `Blob`, bytes, or in Node, Deno and Bun the path of a file. */
export type UploadBody = Blob | ArrayBuffer | ArrayBufferView | string;

/** A body that can be read as often as it takes to send it. */
export interface UploadSource {
  /** What errors call it: the name of a `File`, the last segment of a path, else `"file"`. */
  readonly name: string;
  /** Bytes in it. */
  readonly size: number;
  /** The whole body for `fetch`, without a media type that `fetch` would send of its own accord. */
  readonly whole: () => Blob | Uint8Array<ArrayBuffer>;
  /** The body in chunks, in order. */
  readonly chunks: () => AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined>;
}

const CHUNK_BYTES = 65_536;

/**
 * Opens a body. A path is opened as a `Blob`, whose bytes come from the disk as they are sent.
 *
 * @throws ConfigError for a path that is no file, or a body of another kind.
 */
export async function openUploadSource(body: UploadBody): Promise<UploadSource> {
  if (typeof body === "string") {
    return { ...blobSource(await openFile(body)), name: body.split(/[/\\]/).at(-1) ?? body };
  }
  // Not `instanceof Blob` alone: a test runner's DOM has a Blob of its own.
  if (body instanceof Blob || isBlob(body)) return blobSource(body);
  if (body instanceof ArrayBuffer) return bytesSource(new Uint8Array(body));
  if (ArrayBuffer.isView(body)) return bytesSource(viewBytes(body));
  const message =
    "The body of an upload has to be a File, a Blob, bytes (an ArrayBuffer or a view of one) or a file's path.";
  throw new ConfigError({ option: "body", message });
}

function blobSource(blob: Blob): UploadSource {
  const name = "name" in blob && typeof blob.name === "string" && blob.name !== "" ? blob.name : "file";
  return { name, size: blob.size, whole: () => blob.slice(0, blob.size, ""), chunks: () => readStream(blob.stream()) };
}

function bytesSource(bytes: Uint8Array<ArrayBuffer>): UploadSource {
  async function* chunks(): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
  }
  return { name: "file", size: bytes.length, whole: () => bytes, chunks };
}

/** Safari cannot iterate over streams. */
async function* readStream(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function isBlob(value: unknown): value is Blob {
  return typeof value === "object" && value !== null && "stream" in value && "slice" in value && "size" in value;
}
