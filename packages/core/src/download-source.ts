import type { Clock } from "./clock.ts";
import type { TransferProgress } from "./transfer-progress.ts";

/** What an opener passes on to `fetch`. */
export interface DownloadRequest {
  /** Headers of the transfer: `accept-encoding`, and `range` and `if-range` where it goes on after a broken connection. */
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/**
 * Asks for the file: called once for the head of the answer, again for each connection that breaks, and again when the file is read
 * a second time. Usually `(request) => client.fetch(url, { ...request, followCrossOrigin: true })`.
 */
export type OpenDownload = (request: DownloadRequest) => Promise<Response>;

/** How a file is downloaded. */
export interface DownloadOptions {
  /** What errors call the download, such as the operationId. Default: `"download"`. */
  readonly operation?: string | undefined;
  /** The name where the server gives none. Default: `"download"`. */
  readonly fallbackName?: string | undefined;
  /** Names the file by the head of the answer, whatever the server calls it; undefined leaves that to the server. It is made safe too. */
  readonly fileName?: ((response: Response) => string | undefined) | undefined;
  /**
   * A response header that changes when the file does, such as a checksum, for servers that give neither ETag nor date: a broken
   * connection is then resumed by it. Default: none.
   */
  readonly versionHeader?: string | undefined;
  /** Called as bytes come, whichever way the file is read. What it throws ends the download. */
  readonly onProgress?: ((progress: TransferProgress) => void) | undefined;
  /** Ends the download; what is pending rejects with the signal's reason. */
  readonly signal?: AbortSignal | null | undefined;
  /** Milliseconds without a byte after which the connection counts as broken. Default: 60,000. */
  readonly stallTimeoutMs?: number | undefined;
  /** How many connections may break, with less than 1 MiB between them, before the download fails. Default: 5. */
  readonly maxResumes?: number | undefined;
  /** Where time comes from. Default: the system. */
  readonly clock?: Clock | undefined;
  /** Where the jitter of waits comes from. Default: `Math.random`. */
  readonly random?: (() => number) | undefined;
}

/** {@link DownloadOptions} for one reading of the file, with what is left out filled in. */
export interface DownloadSettings {
  readonly operation: string;
  readonly versionHeader: string | undefined;
  readonly onProgress: (progress: TransferProgress) => void;
  /** Ends this one reading of the file. */
  readonly signal: AbortSignal;
  readonly stallTimeoutMs: number;
  readonly maxResumes: number;
  readonly clock: Clock;
  readonly random: () => number;
}
