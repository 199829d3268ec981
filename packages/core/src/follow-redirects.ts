import type { CallState } from "./call-state.ts";
import type { ClientSettings } from "./client-settings.ts";
import { discard } from "./discard.ts";
import { NetworkError } from "./errors.ts";
import { sendOnce } from "./send-once.ts";
import { retarget } from "./retarget.ts";
import { isPlainHttp, rebase } from "./same-origin.ts";

const mostHops = 5;

/** Headers that a request keeps when it is followed to another origin: what it wants, and nothing about who wants it. */
const bareHeaders = ["accept", "range", "if-range"];

/**
 * Sends a request and follows redirects by our own rules: `fetch` would take custom headers such as API keys to any origin
 * (Node 20 to 24 do). Same-origin redirects are followed as the Fetch standard does; to another origin only a download is,
 * and it goes bare.
 */
export async function followRedirects(settings: ClientSettings, call: CallState, request: Request): Promise<Response> {
  let current = request;
  let isBare = call.isBare || new URL(request.url).origin !== settings.base.origin;
  for (let hops = 0; ; hops++) {
    const response = await sendOnce(settings, call, { request: current, isBare });
    const location = readLocation(response);
    if (location === undefined || request.redirect === "manual") return response;
    discard(response);
    const fail = (problem: string): NetworkError => {
      const { title } = settings.definition;
      const { operation, attempts } = call;
      const message = `${title} redirected ${operation} ${problem}.`;
      return new NetworkError({ message, operation, attempts, code: "ERR_REDIRECT" });
    };

    if (location === null)
      throw fail("and the browser hides where to. Check the base URL; or fetch through a server of your own");
    if (hops === mostHops) throw fail(`more than ${mostHops} times`);
    const from = new URL(current.url);
    const to = URL.canParse(location, from) ? rebase(new URL(location, from), settings.base) : undefined;
    if (to === undefined || !isPlainHttp(to)) throw fail("to an address that is not a plain http or https URL");
    const isRead = /^(GET|HEAD)$/.test(current.method);

    if (to.origin !== from.origin) {
      const isDownload = isRead && (isBare || call.followCrossOrigin);
      if (!isDownload)
        throw fail(`to another origin (${to.origin}), which would be told the credentials. Check the base URL`);
      if (from.protocol === "https:" && to.protocol === "http:") throw fail("from https to http");
      isBare = true;
      current = new Request(to, { method: current.method, headers: pickHeaders(current.headers) });
    } else if (!isRead && changesMethod(response.status, current.method)) {
      current = new Request(to, { headers: withoutContent(current.headers) });
    } else {
      if (!isRead && !call.replayable) throw fail("after its body had been read, which can be sent only once");
      current = await retarget(current, to);
    }
  }
}

/** Where an answer redirects to: undefined for no redirect, null where a browser hides it (`opaqueredirect`). */
function readLocation(response: Response): string | null | undefined {
  if (response.type === "opaqueredirect") return null;
  return [301, 302, 303, 307, 308].includes(response.status)
    ? (response.headers.get("location") ?? undefined)
    : undefined;
}

function changesMethod(status: number, method: string): boolean {
  return status === 303 || (method === "POST" && status < 303);
}

function pickHeaders(headers: Headers): Headers {
  return new Headers([...headers].filter(([name]) => bareHeaders.includes(name)));
}

function withoutContent(headers: Headers): Headers {
  return new Headers([...headers].filter(([name]) => !name.startsWith("content-")));
}
