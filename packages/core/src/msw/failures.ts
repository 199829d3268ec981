import { sleep } from "../sleep.ts";
import { checkFailure } from "./check-failure.ts";
import type { Refusals } from "./refusals.ts";

/** What goes wrong with the next calls of an operation. */
export interface MockFailure {
  /** Answer with this status. Absent: the usual answer, late or broken as the other members say. */
  readonly status?: number | undefined;
  /** Seconds for the `Retry-After` header, beside a status. */
  readonly retryAfterSeconds?: number | undefined;
  /** How many calls fail. Default: every call until `reset`. */
  readonly times?: number | undefined;
  /** The error's body, beside a status: text and bytes as they are, anything else as JSON. Default: the platform's own shape. */
  readonly body?: unknown;
  /** Headers of the error, beside a status, such as `{ "content-type": "text/html" }` for a page in place of JSON. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** True: no answer, as when the connection breaks. With `truncate`: the connection breaks in the middle of the body. */
  readonly networkError?: boolean | undefined;
  /** Milliseconds before anything happens, which pass on the mock's `clock` where it has one. */
  readonly delayMs?: number | undefined;
  /** True: the body ends in its middle. */
  readonly truncate?: boolean | undefined;
}

/** The failures that are still to come, by operation. */
export interface Failures {
  add(operation: string, failure: MockFailure): () => void;
  /** Answers through the failure that is due, if one is. */
  answer(operation: string, options: FailureOptions): Promise<Response>;
}

interface FailureOptions {
  /** Waits so many milliseconds. */
  readonly pause: (delayMs: number) => Promise<void>;
  readonly usual: () => Promise<Response>;
  readonly refusals: Refusals;
}

interface Pending {
  readonly failure: MockFailure;
  left: number;
}

/** Makes an empty list of {@link Failures}. Those of one operation come due in the order in which they were added. */
export function createFailures(): Failures {
  const pending = new Map<string, readonly Pending[]>();
  const others = (operation: string, one: Pending): readonly Pending[] =>
    (pending.get(operation) ?? []).filter((other) => other !== one);
  return {
    add: (operation, failure) => {
      checkFailure(failure);
      const one = { failure, left: failure.times ?? Infinity };
      pending.set(operation, [...(pending.get(operation) ?? []), one]);
      return () => {
        pending.set(operation, others(operation, one));
      };
    },
    answer: async (operation, options) => {
      const due = pending.get(operation)?.[0];
      if (!due) return options.usual();
      due.left -= 1;
      if (due.left <= 0) pending.set(operation, others(operation, due));
      return failAs(due.failure, options);
    },
  };
}

async function failAs(failure: MockFailure, { pause, usual, refusals }: FailureOptions): Promise<Response> {
  if (failure.delayMs !== undefined) await pause(failure.delayMs);
  if (failure.networkError === true && failure.truncate !== true) return Response.error();
  const response = failure.status === undefined ? await usual() : refusal(failure, failure.status, refusals);
  return failure.truncate === true ? truncated(response, failure.networkError === true) : response;
}

function refusal({ headers, body, retryAfterSeconds }: MockFailure, status: number, { fail }: Refusals): Response {
  const retryAfter = retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) };
  return fail({ status, body, headers: { ...headers, ...retryAfter } });
}

async function truncated(response: Response, breaks: boolean): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const half = bytes.slice(0, Math.ceil(bytes.length / 2));
  const { status, headers } = response;
  if (!breaks) return new Response(half, { status, headers });
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(half);
    },
    pull: async (controller) => {
      // A connection closed at once would take the head and the half with it that are still on their way.
      await sleep(10);
      controller.error(new TypeError("terminated"));
    },
  });
  // The promised length is what makes an end that comes early an error.
  const promising = new Headers(headers);
  promising.set("content-length", String(bytes.length));
  return new Response(body, { status, headers: promising });
}
