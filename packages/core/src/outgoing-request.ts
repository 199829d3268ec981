import { configFault } from "./config-fault.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** Headers by their names in lower case; undefined for one that is not sent, though credentials or scope would add it. */
export type OutgoingHeaders = Readonly<Record<string, string | undefined>>;

/**
 * A request on its way through the pipeline, in parts: every attempt is a `Request` of its own, because one can be sent only
 * once, and its signal never changes.
 */
export interface OutgoingRequest extends Pick<RequestInit, "redirect" | "signal"> {
  readonly url: URL;
  /** Upper case. */
  readonly method: string;
  readonly headers: OutgoingHeaders;
  readonly body: NonNullable<RequestInit["body"]> | null;
  /** What else the caller of `client.fetch` gave, such as `cache`. */
  readonly init?: RequestInit;
  /** What it was taken from, for the members that are not here. */
  readonly original?: Request | undefined;
  /** True for a request that goes without credentials and scope wherever it goes. */
  readonly isBare?: boolean;
  /** True for a download, which is followed to another origin. */
  readonly followCrossOrigin?: boolean;
}

/** The headers that are sent. */
export function sentHeaders(headers: OutgoingHeaders): Record<string, string> {
  const sent = Object.values(headers).includes(undefined) ? withoutUndefined(headers) : headers;
  // Nothing in it is undefined any more, which the type cannot say of names that it does not know.
  return sent as Record<string, string>;
}

/**
 * Makes a `Request`.
 *
 * @throws ConfigError for what no request can have. The runtime's own message may quote a header's value, so it is not passed on.
 */
export function makeRequest(source: Request | URL, init: RequestInit, operation: string): Request {
  try {
    // A stream needs `duplex`, and other bodies do not mind it.
    return new Request(source, Object.assign({ duplex: "half" }, init));
  } catch {
    const problem = "is what no request can have: check method, headers and body, and that the body is not used";
    throw configFault("init", problem, operation);
  }
}

/** Takes a request apart. Its body is read, so that it can be sent again and with its length, unless `unread` stands for it. */
export async function takeApart(original: Request, unread: RequestInit["body"]): Promise<OutgoingRequest> {
  const { url, method, headers, body, redirect } = original;
  return {
    url: new URL(url),
    method,
    headers: Object.fromEntries(headers),
    redirect,
    // Firefox has no `body` on requests.
    body: unread ?? (body === null ? body : await original.arrayBuffer()),
    original,
  };
}
