import type { CallState } from "./call-state.ts";
import { discard } from "./discard.ts";
import { NetworkError } from "./errors.ts";
import type { OutgoingRequest } from "./outgoing-request.ts";
import { redirectRequest } from "./redirect-request.ts";
import { sendOnce } from "./send-once.ts";

const mostHops = 5;

/** Sends a request and follows redirects by our own rules: see redirect-request.ts. */
export async function followRedirects(
  call: CallState,
  request: OutgoingRequest,
  signal: AbortSignal,
): Promise<Response> {
  const { base, definition, operation, attempts } = call;
  let next: OutgoingRequest | string | undefined = request;
  for (let hops = 0; ; hops++) {
    const response = await sendOnce(call, next, signal);
    next = redirectRequest(next, response, base);
    if (next === undefined) return response;
    discard(response);
    if (hops === mostHops) next = `more than ${mostHops} times`;
    if (typeof next === "string") {
      const message = `${definition.title} redirected ${operation} ${next}.`;
      throw new NetworkError({ message, operation, attempts, code: "ERR_REDIRECT" });
    }
  }
}
