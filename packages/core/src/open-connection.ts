import type { DownloadSettings, OpenDownload } from "./download-source.ts";
import { TimeoutError } from "./errors.ts";
import { createStallGuard } from "./stall-guard.ts";
import { untilAborted } from "./until-aborted.ts";

/** One answer of the server that holds the file, to the whole of it or to a part. */
export interface Connection {
  readonly response: Response;
  /** The next bytes; undefined at the end. Rejects when the connection breaks or stalls, and with the signal's reason when aborted. */
  readonly read: () => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Lets go of what has not been read. */
  readonly close: () => void;
}

/**
 * Asks for bytes as they are stored: of a compressed answer neither the size nor a part would be known. Browsers do not let this be
 * said; what comes compressed all the same is unpacked, and read without a check of its size.
 */
const unpacked = { "accept-encoding": "identity" };

/** Asks for the file, or for the part that `headers` name. The answer may be of any status. */
export async function openConnection(
  open: OpenDownload,
  headers: Readonly<Record<string, string>>,
  settings: DownloadSettings,
): Promise<Connection> {
  const { signal, clock, stallTimeoutMs: timeoutMs, operation } = settings;
  signal.throwIfAborted();
  const request = { headers: { ...unpacked, ...headers }, signal };
  const response = await untilAborted(open(request), signal);
  const reader = response.body?.getReader();
  const message = `${operation}: no byte of the download came within ${timeoutMs} ms.`;
  const reason = (): TimeoutError => new TimeoutError({ operation, message, timeoutMs, phase: "attempt" });
  const stall = createStallGuard({ clock, timeoutMs, signal, reason });
  return {
    response,
    read: async () => reader && (await stall.guard(() => reader.read())).value,
    close: () => {
      stall.end();
      // Not awaited: cancel() never settles under some interceptors (msw 2).
      reader?.cancel().catch(() => undefined);
    },
  };
}
