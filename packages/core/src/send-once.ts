import type { CallState } from "./call-state.ts";
import type { ClientSettings } from "./client-settings.ts";
import type { Authentication } from "./create-authenticator.ts";
import { isLabelwireError } from "./errors.ts";
import { toNetworkError } from "./to-network-error.ts";
import { untilAborted } from "./until-aborted.ts";

/**
 * Sends one request with `fetch`, once. Credentials and scope are added here and nowhere else, so that nothing above can make
 * them leave the configured origin; `isBare` says that the request goes elsewhere.
 */
export async function sendOnce(
  settings: ClientSettings,
  call: CallState,
  { request, isBare }: { request: Request; isBare: boolean },
): Promise<Response> {
  const signal = call.attempt?.signal ?? call.deadline.signal;
  // A fresh request for each attempt; what is cloned can be sent again. Without a body there is nothing to use up.
  const isReusable = !call.replayable || /^(GET|HEAD)$/.test(request.method);
  const fresh = new Request(isReusable ? request : request.clone(), {
    redirect: "manual",
    signal: call.bodySignal === undefined ? signal : AbortSignal.any([signal, call.bodySignal]),
    // workerd throws at the mere mention of `credentials`, and has no cookies to leave out.
    ...(isBare && "credentials" in request && { credentials: "omit" }),
  });
  call.authentication = isBare ? undefined : await authenticate(settings, call, fresh.headers);
  try {
    return await untilAborted(settings.fetch(fresh), signal);
  } catch (error) {
    signal.throwIfAborted();
    if (isLabelwireError(error)) throw error;
    const { definition } = settings;
    const { operation, attempts } = call;
    throw toNetworkError({ error, definition, operation, attempts, secrets: call.authentication?.secrets ?? [] });
  }
}

async function authenticate(
  { authenticate, clock, scope }: ClientSettings,
  call: CallState,
  headers: Headers,
): Promise<Authentication> {
  const signal = call.attempt?.signal ?? call.deadline.signal;
  const authentication = await authenticate({ now: clock.now(), signal, rejected: call.rejected });
  for (const [name, value] of Object.entries({ ...scope.headers, ...authentication.headers })) {
    // What the caller or a middleware has set for this call goes first.
    if (!headers.has(name) && !call.removedHeaders.includes(name.toLowerCase())) headers.set(name, value);
  }
  return authentication;
}
