import type { CallState } from "./call-state.ts";
import { isLabelwireError } from "./errors.ts";
import { makeRequest, type OutgoingRequest } from "./outgoing-request.ts";
import { toNetworkError } from "./to-network-error.ts";
import { untilAborted } from "./until-aborted.ts";

/**
 * Sends one request with `fetch`, once. Credentials and scope are added here and nowhere else, so that nothing above can make
 * them leave the configured origin.
 */
export async function sendOnce(call: CallState, outgoing: OutgoingRequest, signal: AbortSignal): Promise<Response> {
  const { base, clock, operation, rejected, scope } = call;
  const { original, url, redirect, removed = [] } = outgoing;
  const isBare = outgoing.isBare === true || url.origin !== base.origin;
  const request = makeRequest(
    original ?? url,
    {
      ...outgoing,
      // A streamed upload asks for "error": see client-settings.ts.
      redirect: redirect === "error" ? redirect : "manual",
      signal: outgoing.signal ? AbortSignal.any([signal, outgoing.signal]) : signal,
      // workerd throws at the mere mention of `credentials`, and has no cookies to leave out.
      ...(isBare && "credentials" in Request.prototype && { credentials: "omit" }),
    },
    operation,
  );
  call.authentication = isBare ? undefined : await call.authenticate({ now: clock.now(), signal, rejected });
  const added = isBare ? {} : { ...scope.headers, ...call.authentication?.headers };
  for (const [name, value] of Object.entries(added)) {
    // What the caller or a middleware has set for this call goes first.
    if (!request.headers.has(name) && !removed.includes(name.toLowerCase())) request.headers.set(name, value);
  }
  if (!isBare) call.definition.checkRequest?.(request);
  try {
    return await untilAborted(call.fetch(call.authentication?.prepare?.(request) ?? request), signal);
  } catch (error) {
    // What `fetch` rejects with when aborted differs between runtimes; the reason does not.
    signal.throwIfAborted();
    if (isLabelwireError(error)) throw error;
    throw toNetworkError({ ...call, error, secrets: call.authentication?.secrets ?? [] });
  }
}
