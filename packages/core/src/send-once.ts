import type { CallState } from "./call-state.ts";
import { isLabelwireError } from "./errors.ts";
import { isRead } from "./retarget.ts";
import { toNetworkError } from "./to-network-error.ts";
import { untilAborted } from "./until-aborted.ts";

/**
 * Sends one request with `fetch`, once. Credentials and scope are added here and nowhere else, so that nothing above can make
 * them leave the configured origin; `isBare` says that the request goes elsewhere.
 */
export async function sendOnce(call: CallState, request: Request, { isBare }: { isBare: boolean }): Promise<Response> {
  const { attempt, bodySignal } = call;
  const { signal } = attempt;
  // A fresh request each time; what is cloned can be sent again. Without a body there is nothing to use up.
  const fresh = new Request(!call.replayable || isRead(request) ? request : request.clone(), {
    // A streamed upload asks for "error": see client-settings.ts.
    redirect: request.redirect === "error" ? "error" : "manual",
    signal: bodySignal ? AbortSignal.any([signal, bodySignal]) : signal,
    // workerd throws at the mere mention of `credentials`, and has no cookies to leave out.
    ...(isBare && "credentials" in request && { credentials: "omit" }),
  });
  call.authentication = undefined;
  if (!isBare) {
    const authentication = await call.authenticate({ now: call.clock.now(), signal, rejected: call.rejected });
    call.authentication = authentication;
    for (const [name, value] of Object.entries({ ...call.scope.headers, ...authentication.headers })) {
      // What the caller or a middleware has set for this call goes first.
      if (!fresh.headers.has(name) && !call.removedHeaders.includes(name.toLowerCase())) fresh.headers.set(name, value);
    }
  }
  try {
    return await untilAborted(call.fetch(fresh), signal);
  } catch (error) {
    // What `fetch` rejects with when aborted differs between runtimes; the reason does not.
    signal.throwIfAborted();
    throw isLabelwireError(error)
      ? error
      : toNetworkError({ ...call, error, secrets: call.authentication?.secrets ?? [] });
  }
}
