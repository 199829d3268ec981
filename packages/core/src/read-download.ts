import { DecodeError } from "./errors.ts";
import type { Connection } from "./open-connection.ts";
import { resumeDownload, type Download } from "./resume-download.ts";
import { transferProgress } from "./transfer-progress.ts";

/** Bytes after which a connection has been worth its while: breaks are counted anew. */
const FAIR_PROGRESS_BYTES = 1_048_576;

/**
 * The bytes of a download, in order and each once. Where the connection breaks, stalls or ends early, the rest is asked for on
 * another. One chunk is in memory at a time.
 */
export async function* readDownload(download: Download): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const { head, settings } = download;
  const { size } = head;
  let { connection } = download;
  let loaded = 0;
  let skip = 0;
  let breaks = 0;
  let counted = 0;
  settings.onProgress(transferProgress(0, size));
  try {
    for (;;) {
      const { chunk, failure } = await readChunk(connection, settings.signal);
      if (chunk) {
        const fresh = chunk.subarray(Math.min(skip, chunk.byteLength));
        skip -= chunk.byteLength - fresh.byteLength;
        loaded += fresh.byteLength;
        if (size !== undefined && loaded > size) throw tooLong(download);
        if (fresh.byteLength === 0) continue;
        settings.onProgress(transferProgress(loaded, size));
        yield fresh;
      } else if (failure === undefined && skip === 0 && (size === undefined || loaded === size)) {
        return;
      } else {
        connection.close();
        if (loaded - counted >= FAIR_PROGRESS_BYTES) breaks = 0;
        counted = loaded;
        breaks += 1;
        const error = failure ?? new Error(`the body ended early`);
        ({ connection, skip, breaks } = await resumeDownload(download, { loaded, breaks, failure: error }));
      }
    }
  } finally {
    connection.close();
  }
}

interface Pulled {
  readonly chunk?: Uint8Array<ArrayBuffer> | undefined;
  readonly failure?: unknown;
}

async function readChunk(connection: Connection, signal: AbortSignal): Promise<Pulled> {
  try {
    return { chunk: await connection.read() };
  } catch (failure) {
    signal.throwIfAborted();
    return { failure };
  }
}

function tooLong({ head, connection: { response }, settings: { operation } }: Download): DecodeError {
  return new DecodeError({
    operation,
    message: `${operation}: more bytes came than the ${head.size ?? 0} that the server announced.`,
    status: response.status,
    mediaType: head.mediaType ?? "",
    excerpt: "",
  });
}
