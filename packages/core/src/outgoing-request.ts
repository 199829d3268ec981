import { configFault } from "./config-fault.ts";

/**
 * A request on its way through the pipeline, in parts: every attempt is a `Request` of its own, because one can be sent only
 * once, and its signal never changes.
 */
export interface OutgoingRequest extends RequestInit {
  readonly url: URL;
  /** Upper case. */
  readonly method: string;
  /** What it was taken from, for the members that are not here. */
  readonly original?: Request | undefined;
  /** Headers, in lower case, that credentials and scope do not put back. */
  readonly removed?: readonly string[];
  /** True for a request that goes without credentials and scope wherever it goes. */
  readonly isBare?: boolean;
  /** True for a download, which is followed to another origin. */
  readonly followCrossOrigin?: boolean;
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

/** Takes a request apart. Its body is read, so that it can be sent again and with its length; a stream is left as it is. */
export async function takeApart(original: Request, isStream: boolean): Promise<OutgoingRequest> {
  const { url, method, headers, body, redirect } = original;
  // Firefox has no `body` on requests.
  const bytes = body === null || isStream ? body : await original.arrayBuffer();
  return { url: new URL(url), method, headers, redirect, body: bytes, original };
}
