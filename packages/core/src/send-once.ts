import type { CallState } from "./call-state.ts";
import { isLabelwireError } from "./errors.ts";
import { makeRequest, sentHeaders, type OutgoingRequest } from "./outgoing-request.ts";
import { toNetworkError } from "./to-network-error.ts";

/**
 * Sends one request with `fetch`, once. Credentials and scope are added here and nowhere else, so that nothing above can make
 * them leave the configured origin.
 */
export async function sendOnce(call: CallState, outgoing: OutgoingRequest, signal: AbortSignal): Promise<Response> {
  const { original, url, redirect } = outgoing;
  const isBare = outgoing.isBare === true || url.origin !== call.base.origin;
  const authentication = isBare
    ? undefined
    : await call.authenticate({ now: call.clock.now(), signal, rejected: call.rejected });
  call.authentication = authentication;
  call.secrets = authentication?.secrets ?? [];
  signal.throwIfAborted();
  const init = {
    ...outgoing,
    // What the caller or a middleware has set for this call goes first.
    headers: sentHeaders({
      ...(authentication && call.scope.headers),
      ...authentication?.headers,
      ...outgoing.headers,
    }),
    // A streamed upload asks for "error": see put-once.ts.
    redirect: redirect === "error" ? redirect : "manual",
    signal: outgoing.signal ? AbortSignal.any([signal, outgoing.signal]) : signal,
    // workerd throws at the mere mention of `credentials`, and has no cookies to leave out.
    ...(isBare && "credentials" in Request.prototype && { credentials: "omit" }),
  } satisfies RequestInit;
  try {
    const request = makeRequest(original ?? url, init, call.operation);
    if (!isBare) call.definition.checkRequest?.(request);
    return await call.fetch(authentication?.prepare?.(request) ?? request);
  } catch (error) {
    throw isLabelwireError(error) ? error : toNetworkError(call, error);
  }
}
