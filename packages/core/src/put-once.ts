import { canStreamUploads } from "#node-files";
import type { Clock } from "./clock.ts";
import { TimeoutError } from "./errors.ts";
import type { FetchInit } from "./fetch-init.ts";
import { joinSignals } from "./join-signals.ts";
import { untilAborted } from "./until-aborted.ts";
import type { UploadSource } from "./upload-source.ts";

/** One attempt to send a file. */
export interface PutAttempt {
  readonly url: string;
  readonly source: UploadSource;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: (url: string, init: FetchInit) => Promise<Response>;
  readonly clock: Clock;
  readonly stallTimeoutMs: number;
  readonly signal: AbortSignal;
  /** Told how many bytes the connection has taken. */
  readonly onSent: (bytes: number) => void;
}

/**
 * Sends a file once, and resolves to the answer, of whatever status.
 *
 * @throws What `fetch` rejects with, a TimeoutError when the connection takes nothing for too long, the signal's reason, and an
 * {@link UnreadableSource}.
 */
export async function putOnce(attempt: PutAttempt): Promise<Response> {
  const { url, source, headers, fetch, onSent } = attempt;
  const { signal, abort, release } = joinSignals(attempt.signal);
  const stall = startStallTimer(attempt, abort);
  const state: StreamState = { sent: 0, failure: undefined };
  const isStreamed = canStreamUploads() && source.size > 0;
  try {
    onSent(0);
    if (isStreamed) stall.restart();
    const body = isStreamed ? toBody(attempt, state, stall.restart) : source.whole();
    const init: FetchInit = {
      method: "PUT",
      headers: isStreamed ? { ...headers, "content-length": String(source.size) } : headers,
      body,
      signal,
      // The deadlines and repeats are ours: those of a call are for small bodies.
      retry: false,
      timeoutMs: Infinity,
      attemptTimeoutMs: Infinity,
      ...(isStreamed && streamed),
    };
    return await untilAborted(fetch(url, init), signal);
  } catch (error) {
    throw state.failure ?? error;
  } finally {
    stall.stop();
    release();
  }
}

/**
 * What `fetch` needs for a streamed body. Node keeps a copy of all that it sends, for a redirect that may come, unless none may and
 * there is no window (Fetch, HTTP-network-or-cache fetch): 1 GiB took 1.1 GB of memory, and 0.1 so.
 */
const streamed = { duplex: "half", redirect: "error", window: null } as const;

/** The file could not be read while it was sent: sending it again would fail alike. */
export class UnreadableSource extends Error {
  override readonly name: string = "UnreadableSource";
}

interface StreamState {
  sent: number;
  failure: UnreadableSource | undefined;
}

/** The file as a stream that tells what has been taken of it: a chunk counts once the connection asks for the next. */
function toBody({ source, onSent }: PutAttempt, state: StreamState, onTaken: () => void): ReadableStream<Chunk> {
  const chunks = source.chunks();
  return new ReadableStream<Chunk>(
    {
      async pull(controller) {
        onTaken();
        if (state.sent > 0) onSent(state.sent);
        const { done, value } = await chunks.next().catch((cause: unknown) => {
          throw (state.failure = new UnreadableSource("it could not be read while it was sent", { cause }));
        });
        if (done === true) {
          controller.close();
          return;
        }
        state.sent += value.byteLength;
        controller.enqueue(value);
      },
      async cancel() {
        await chunks.return();
      },
    },
    { highWaterMark: 0 },
  );
}

type Chunk = Uint8Array<ArrayBuffer>;

interface StallTimer {
  readonly restart: () => void;
  readonly stop: () => void;
}

/** Only a streamed body shows that it moves; for the others the time of the whole upload has to do. */
function startStallTimer({ clock, stallTimeoutMs }: PutAttempt, abort: (reason: unknown) => void): StallTimer {
  let stop: (() => void) | undefined;
  let isOver = false;
  const message = `The connection took no byte and gave no answer within ${stallTimeoutMs} ms.`;
  const restart = (): void => {
    stop?.();
    // The rest of a body is read on after an answer that came before its end.
    if (isOver || stallTimeoutMs === Infinity) return;
    stop = clock.schedule(() => {
      abort(new TimeoutError({ message, timeoutMs: stallTimeoutMs, phase: "attempt" }));
    }, stallTimeoutMs);
  };
  return {
    restart,
    stop: () => {
      isOver = true;
      stop?.();
    },
  };
}
