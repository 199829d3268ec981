import type { CallState } from "./call-state.ts";
import { discard } from "./discard.ts";
import { NetworkError } from "./errors.ts";
import { isRead, retarget } from "./retarget.ts";
import { isPlainHttp, rebase } from "./same-origin.ts";
import { sendOnce } from "./send-once.ts";
import { untilAborted } from "./until-aborted.ts";

const mostHops = 5;

/**
 * Sends a request and follows redirects by our own rules: `fetch` would take custom headers such as API keys to any origin
 * (Node 20 to 24 do). Same-origin redirects are followed as the Fetch standard does; to another origin only a download is,
 * and it goes bare.
 */
export async function followRedirects(call: CallState, request: Request): Promise<Response> {
  const { base, definition, operation, attempts, attempt } = call;
  let current = request;
  let isBare = call.isBare || new URL(request.url).origin !== base.origin;
  for (let hops = 0; ; hops++) {
    const response = await sendOnce(call, current, { isBare });
    const isHidden = response.type === "opaqueredirect";
    const location = [301, 302, 303, 307, 308].includes(response.status) ? response.headers.get("location") : null;
    if (request.redirect === "manual" || (location === null && !isHidden)) return response;
    discard(response);

    const from = new URL(current.url);
    const to = location !== null && URL.canParse(location, from.href) ? rebase(new URL(location, from), base) : from;
    const isCrossing = to.origin !== from.origin;
    const reads = isRead(current);
    const changesMethod = !reads && (response.status === 303 || (response.status < 303 && current.method === "POST"));
    const fault = isHidden
      ? "and the browser hides where to; check the base URL, or fetch through a server of your own"
      : hops === mostHops
        ? `more than ${mostHops} times`
        : to === from || !isPlainHttp(to)
          ? "to an address that is not a plain http or https URL"
          : isCrossing && !(reads && (isBare || call.followCrossOrigin))
            ? `to another origin (${to.origin}), which would be told the credentials; check the base URL`
            : from.protocol === "https:" && to.protocol === "http:"
              ? "from https to http"
              : !reads && !changesMethod && !call.replayable
                ? "after its body had been sent, which can be read only once"
                : undefined;
    if (fault !== undefined) {
      const message = `${definition.title} redirected ${operation} ${fault}.`;
      throw new NetworkError({ message, operation, attempts, code: "ERR_REDIRECT" });
    }

    isBare ||= isCrossing;
    const changes = isCrossing
      ? // What it wants, and nothing about who wants it.
        { headers: /^(accept|range|if-range)$/ }
      : changesMethod
        ? { method: "GET", headers: /^(?!content-)/ }
        : {};
    current = await untilAborted(retarget(current, to, changes), attempt.signal);
  }
}
