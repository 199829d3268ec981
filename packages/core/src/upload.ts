import { checkOptions, type OptionRules } from "./check-options.ts";
import { systemClock, type Clock } from "./clock.ts";
import { startDeadline } from "./deadline.ts";
import { describeStatus } from "./describe-status.ts";
import { discard } from "./discard.ts";
import { ApiError, TimeoutError, UploadError, isConfigError, isLabelwireError } from "./errors.ts";
import type { FetchInit } from "./fetch-init.ts";
import { joinSignals } from "./join-signals.ts";
import { callable, callRules, positive } from "./option-rules.ts";
import { sentHeaders } from "./outgoing-request.ts";
import { isPassingStatus } from "./passing-status.ts";
import { putOnce, UnreadableSource, type PutAttempt } from "./put-once.ts";
import { readRequestId } from "./read-request-id.ts";
import { backOffMs, readRetryAfter } from "./retry-delay.ts";
import { isPlainHttp } from "./same-origin.ts";
import { sleep } from "./sleep.ts";
import { steeringRules } from "./steering-rules.ts";
import { toNetworkError } from "./to-network-error.ts";
import { transferProgress, type TransferProgress } from "./transfer-progress.ts";
import { openUploadSource, type UploadBody } from "./upload-source.ts";
import { writeHeaders } from "./write-headers.ts";

const MAX_DELAY_MS = 30_000;

/** A file and the signed URL that takes it. */
export interface PutFileOptions {
  /** The URL that takes the bytes. Its query is a credential: no error shows it. */
  readonly url: string;
  readonly body: UploadBody;
  /** What errors call the file. Default: the name of a `File`, the last segment of a path, else `"file"`. */
  readonly name?: string | undefined;
  /** Headers that the URL was signed with. Default: none, not even a media type. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Sends the request; a client's `fetch` tells other origins no credential. Default: `globalThis.fetch`. */
  readonly fetch?: ((url: string, init: FetchInit) => Promise<Response>) | undefined;
  /**
   * Called with the bytes that the connection has taken, in Node; elsewhere `fetch` does not tell, and only the begin and the end are
   * told. Starts again from 0 when the file is sent again; `loadedBytes` is the whole once the storage has it. What it throws ends the
   * upload.
   */
  readonly onProgress?: ((progress: TransferProgress) => void) | undefined;
  /** Ends the upload when aborted; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | null | undefined;
  /** Milliseconds for the whole upload, all attempts included. Default: 3,600,000 (1 hour). */
  readonly timeoutMs?: number | undefined;
  /** Milliseconds in which the connection takes nothing and no answer comes, after which an attempt counts as failed. Default: 120,000. */
  readonly stallTimeoutMs?: number | undefined;
  /** How often the file is sent at most. Default: 3. */
  readonly maxAttempts?: number | undefined;
  /** Where time comes from. Default: the system. */
  readonly clock?: Clock | undefined;
  /** Where the jitter of waits comes from. Default: `Math.random`. */
  readonly random?: (() => number) | undefined;
}

/**
 * Sends a file to a signed URL by PUT, with its length, as storage services want it. Repeats it after failures that may pass: a PUT
 * of the whole is safe to repeat. A file given by its path is read as it is sent.
 *
 * @returns The storage's answer.
 * @throws UploadError when the storage refuses or cannot be reached, with the last failure as its cause; the signal's reason when
 * aborted; ConfigError for an option or a file that cannot be used.
 * @example
 * await putFile({ url: uploadUrl, body: "./cats/1.jpg", fetch: (url, init) => client.fetch(url, init) });
 */
export async function putFile(options: PutFileOptions): Promise<Response> {
  checkOptions(options, rules);
  const { url, fetch = globalThis.fetch, onProgress } = options;
  const { clock = systemClock, stallTimeoutMs = 120_000, timeoutMs = 3_600_000 } = options;
  // What `fetch` would refuse with a message that quotes the value, and be asked again.
  const headers = sentHeaders(writeHeaders({}, { headers: options.headers }, "upload"));
  options.signal?.throwIfAborted();
  const source = await openUploadSource(options.body);
  const name = options.name ?? source.name;
  if (!URL.canParse(url) || !isPlainHttp(new URL(url)))
    throw failed(name, "its address is no plain http or https URL.");

  const message = `The upload of ${name} was not done within ${timeoutMs} ms.`;
  const reason = (): TimeoutError => new TimeoutError({ message, timeoutMs, phase: "total" });
  const deadline = startDeadline({ clock, timeoutMs, parent: options.signal, reason });
  const { signal, abort } = joinSignals(deadline.signal);
  const onSent = (bytes: number): void => {
    try {
      onProgress?.(transferProgress(bytes, source.size));
    } catch (error) {
      abort(error);
    }
  };
  try {
    const attempt = { url, source, headers, fetch, clock, stallTimeoutMs, signal, onSent };
    const response = await putRepeatedly(attempt, { ...options, name });
    onSent(source.size);
    signal.throwIfAborted();
    return response;
  } finally {
    abort();
    deadline.end();
  }
}

async function putRepeatedly(
  attempt: PutAttempt,
  { name, maxAttempts = 3, random = Math.random }: PutFileOptions & { readonly name: string },
): Promise<Response> {
  const { clock, signal, url } = attempt;
  for (let attempts = 1; ; attempts += 1) {
    const { response, error } = await putOnce(attempt).then(
      (answer) => ({ response: answer, error: undefined }),
      (thrown: unknown) => ({ response: undefined, error: thrown }),
    );
    if (response?.ok === true) return response;
    signal.throwIfAborted();
    if (error instanceof UnreadableSource) throw failed(name, `${error.message}.`, error.cause);
    if (isConfigError(error)) throw error;
    if (response) discard(response);
    if (attempts >= maxAttempts || (response && !isPassingStatus(response.status))) {
      throw response ? refused(name, response) : unreachable(name, { error, attempts, url });
    }
    const askedMs = response && readRetryAfter(response.headers, clock.now());
    const ownMs = backOffMs(attempts, { maxDelayMs: MAX_DELAY_MS, random });
    await sleep(Math.min(askedMs ?? ownMs, MAX_DELAY_MS), { clock, signal });
  }
}

function refused(name: string, response: Response): UploadError {
  const { status } = response;
  const hint = status === 403 ? " Signed URLs expire: ask for a new one if this one is old." : "";
  const reason = `the storage answered ${describeStatus(response)}.${hint}`;
  const requestId = readRequestId(response, ["x-amz-request-id", "x-request-id"]);
  const cause = new ApiError({ operation: "upload", message: `PUT: ${reason}`, status, requestId, body: undefined });
  return failed(name, reason, cause);
}

function unreachable(
  name: string,
  { error, attempts, url }: { readonly error: unknown; readonly attempts: number; readonly url: string },
): UploadError {
  // The query of a signed URL is a credential, and some runtimes quote the URL in what `fetch` rejects with.
  const secrets = (): string[] => [new URL(url).search, url.replace(/^[^?]*/, "")];
  const facts = { definition: { title: "the storage" }, operation: "upload", attempts, secrets };
  const cause = isLabelwireError(error) ? error : toNetworkError({ ...facts, url: new URL(url) }, error);
  return failed(name, cause.message, cause);
}

function failed(name: string, reason: string, cause?: unknown): UploadError {
  // Storage keeps nothing of a PUT that did not come to its end.
  return new UploadError({
    fileName: name,
    uploadedBytes: 0,
    message: `The upload of ${name} failed: ${reason}`,
    cause,
  });
}

const rules: OptionRules = {
  url: undefined,
  body: undefined,
  name: [(value) => typeof value === "string", "a string"],
  headers: callRules["headers"],
  fetch: callable,
  ...steeringRules,
  stallTimeoutMs: positive,
  maxAttempts: [(value) => Number.isInteger(value) && Number(value) >= 1, "a whole number, 1 or more"],
  clock: undefined,
  random: undefined,
};
