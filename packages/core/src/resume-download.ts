import { readDownloadHead, refusedDownload, type DownloadHead } from "./download-head.ts";
import type { DownloadSettings, OpenDownload } from "./download-source.ts";
import { DecodeError, isApiError, isNetworkError, isTimeoutError, type ApiError } from "./errors.ts";
import { openConnection, type Connection } from "./open-connection.ts";
import { isPassingStatus } from "./passing-status.ts";
import { backOffMs, readRetryAfter } from "./retry-delay.ts";
import { sleep } from "./sleep.ts";
import { toNetworkError } from "./to-network-error.ts";

const MAX_DELAY_MS = 10_000;

/** A download whose head has come. */
export interface Download {
  readonly connection: Connection;
  readonly head: DownloadHead;
  readonly open: OpenDownload;
  readonly settings: DownloadSettings;
}

/** A download that broke. */
export interface BrokenDownload {
  /** Bytes that have been handed on and cannot be taken back. */
  readonly loaded: number;
  /** How many connections have broken, this one included. */
  readonly breaks: number;
  /** Why. */
  readonly failure: unknown;
}

/** The connection that goes on after a break. */
export interface ResumedDownload {
  readonly connection: Connection;
  /** Bytes at the start of its body that have been handed on already. */
  readonly skip: number;
  readonly breaks: number;
}

/**
 * Asks for the rest of a file, with `Range` and `If-Range` so that all parts are of one file, as often as the settings allow.
 *
 * @throws NetworkError when connections keep breaking or the server gave nothing to resume by, DecodeError when the file has
 * changed meanwhile, ApiError when the server refuses.
 */
export async function resumeDownload(download: Download, broken: BrokenDownload): Promise<ResumedDownload> {
  const { settings, head } = download;
  const { maxResumes, random, clock, signal } = settings;
  let { breaks, failure } = broken;
  let askedMs: number | undefined;
  for (; breaks <= maxResumes; breaks += 1) {
    if (broken.loaded > 0 && head.validator === undefined) break;
    await sleep(askedMs ?? backOffMs(breaks, { maxDelayMs: MAX_DELAY_MS, random }), { clock, signal });
    const outcome = await reconnect(download, broken.loaded);
    if ("connection" in outcome) return { ...outcome, breaks };
    ({ failure, askedMs } = outcome);
  }
  throw brokenOff(download, { ...broken, breaks, failure });
}

type Outcome = Omit<ResumedDownload, "breaks"> | { readonly failure: unknown; readonly askedMs?: number | undefined };

async function reconnect(download: Download, loaded: number): Promise<Outcome> {
  const { open, head, settings } = download;
  const { operation, signal, clock } = settings;
  const range = { range: `bytes=${loaded}-`, ...(head.isConditional && { "if-range": head.validator ?? "" }) };
  const connection = await openConnection(open, loaded > 0 ? range : {}, settings).catch((failure: unknown) => {
    // An opener may reject with what another would answer with.
    if (!signal.aborted && isApiError(failure)) {
      if (failure.status === 416) throw changedFile(operation, failure);
      if (isPassingStatus(failure.status)) return { failure, ...shortened(failure.retryAfterMs) };
    }
    // A plain `fetch` rejects with a TypeError for whatever goes wrong on the wire.
    if (signal.aborted || !(isNetworkError(failure) || isTimeoutError(failure) || failure instanceof TypeError))
      throw failure;
    return { failure };
  });
  if ("failure" in connection) return connection;
  const { response } = connection;
  const skip = bytesToSkip(response, download, loaded);
  if (skip !== undefined) return { connection, skip };
  connection.close();
  if (response.ok || response.status === 416) throw changedFile(operation, response);
  const failure = refusedDownload(operation, response);
  if (!isPassingStatus(response.status)) throw failure;
  return { failure, ...shortened(readRetryAfter(response.headers, clock.now())) };
}

function shortened(askedMs: number | undefined): { readonly askedMs?: number } {
  return askedMs === undefined ? {} : { askedMs: Math.min(askedMs, MAX_DELAY_MS) };
}

/** How much of the answer is known already, or undefined where it is not the rest, or the whole, of the same file. */
function bytesToSkip(response: Response, { head, settings }: Download, loaded: number): number | undefined {
  const { size, validator } = readDownloadHead(response, settings.versionHeader);
  // Where the range was conditional, an answer may leave out what it was conditional on (RFC 9110 §15.3.7).
  const isAssured = validator === undefined && head.isConditional;
  if (!isAssured && validator !== head.validator) return undefined;
  if (response.status === 206) {
    const range = /^bytes (\d{1,15})-\d{1,15}\/(\d{1,15}|\*)$/.exec(response.headers.get("content-range") ?? "");
    const [, from, total = "*"] = range ?? [];
    const isWhole = total === "*" || head.size === undefined || Number(total) === head.size;
    return from === String(loaded) && isWhole ? 0 : undefined;
  }
  // A server that takes no ranges sends the file whole. It is the same one only if it says so.
  const isSame = size === head.size && (loaded === 0 || validator === head.validator);
  return response.status === 200 && isSame ? loaded : undefined;
}

function changedFile(operation: string, answer: Response | ApiError): DecodeError {
  return new DecodeError({
    operation,
    message: `${operation}: the connection broke, and the file has changed since: start the download again.`,
    status: answer.status,
    mediaType: "headers" in answer ? (answer.headers.get("content-type") ?? "") : "",
    excerpt: "",
  });
}

function brokenOff(download: Download, { loaded, breaks, failure }: BrokenDownload): Error {
  const { connection, head, settings } = download;
  const { operation } = settings;
  const of = head.size === undefined ? "" : ` of ${head.size}`;
  const why = head.validator === undefined && loaded > 0 ? ", and the server gave no ETag or date to resume by" : "";
  const definition = { title: `the file's server, after ${loaded}${of} bytes${why},` };
  const { url } = connection.response;
  // The query of a link may be a credential, and some runtimes quote the URL in what `fetch` rejects with.
  const secrets = (): string[] => (URL.canParse(url) ? [new URL(url).search] : []);
  return toNetworkError({ definition, operation, attempts: breaks, secrets }, failure);
}
