import type { CallState } from "./call-state.ts";
import { isLabelwireError } from "./errors.ts";
import { headerSecrets } from "./header-secrets.ts";
import { makeRequest, sentHeaders, type OutgoingRequest } from "./outgoing-request.ts";
import { toNetworkError } from "./to-network-error.ts";

/**
 * Sends one request with `fetch`, once. Credentials and scope are added here and nowhere else, so that nothing above can make
 * them leave the configured origin.
 */
export async function sendOnce(call: CallState, outgoing: OutgoingRequest, signal: AbortSignal): Promise<Response> {
  const { original, url, method, body, headers, redirect } = outgoing;
  const isBare = outgoing.isBare === true || url.origin !== call.base.origin;
  const authentication = isBare
    ? undefined
    : await call.authenticate({ now: call.clock.now(), signal, rejected: call.rejected });
  call.url = url;
  call.authentication = authentication;
  call.secrets = () => [...(authentication?.secrets ?? []), ...headerSecrets(headers, authentication?.headers)];
  signal.throwIfAborted();
  // Member by member: `fetch` takes longer to read what was spread together.
  const init = {
    ...outgoing.init,
    method,
    body,
    // What the caller or a middleware has set for this call goes first.
    headers: sentHeaders({ ...(authentication && call.scope.headers), ...authentication?.headers, ...headers }),
    // A streamed upload asks for "error": see put-once.ts.
    redirect: redirect === "error" ? redirect : "manual",
    signal: outgoing.signal ? AbortSignal.any([signal, outgoing.signal]) : signal,
    // workerd throws at the mere mention of `credentials`, and has no cookies to leave out.
    ...(isBare && "credentials" in Request.prototype && { credentials: "omit" }),
  } satisfies RequestInit;
  const { checkRequest } = call.definition;
  const prepare = authentication?.prepare;
  try {
    // A `Request` takes Node as long as it takes us to write one, so it is made for what looks at it, and for a body.
    if (!(call.fetch ?? checkRequest ?? prepare ?? original ?? body)) return await fetch(url.href, init);
    const request = makeRequest(original ?? url, init, call.operation);
    if (!isBare) checkRequest?.(request);
    const prepared = prepare?.(request) ?? request;
    // Node keeps a copy of all that it sends, for a redirect that may come, unless none may and there is no window (Fetch, HTTP-network-
    // or-cache fetch, step 8.1): a streamed upload of 1 GiB took 1.1 GB of memory, and 0.1 so.
    const window = redirect === "error" ? { window: null } : undefined;
    return await (call.fetch ? call.fetch(prepared) : fetch(prepared, window));
  } catch (error) {
    if (isLabelwireError(error)) throw error;
    // What no request can have fails in `fetch` too, with a message that may quote a header.
    makeRequest(url, { ...init, body: null }, call.operation);
    throw toNetworkError(call, error);
  }
}
