import type { ClientSettings } from "./client-settings.ts";
import type { FetchInit } from "./fetch-init.ts";
import { isIdempotent } from "./http-method.ts";
import { makeRequest, takeApart } from "./outgoing-request.ts";
import { readResult } from "./read-result.ts";
import { resolveUrl } from "./resolve-url.ts";
import { sendWithRetries } from "./send-with-retries.ts";
import { withCall } from "./with-call.ts";

/** `client.fetch`: the pipeline without middleware above it and without decoding below. */
export async function runFetch(
  settings: ClientSettings,
  input: Request | URL | string,
  {
    timeoutMs,
    attemptTimeoutMs,
    retry,
    followCrossOrigin = false,
    rejectErrors = false,
    operation: name,
    credentials,
    ...init
  }: FetchInit = {},
): Promise<Response> {
  // Not `instanceof`: the request may come from another realm.
  const [given, address] =
    typeof input === "object" && "headers" in input ? [input, input.url] : [undefined, String(input)];
  const isBare = credentials === "omit";
  const signal = init.signal ?? given?.signal ?? null;
  const url = resolveUrl(settings, address, { isBare });
  const method = (init.method ?? given?.method ?? "GET").toUpperCase();
  const operation = name ?? `${method} ${url.origin}${url.pathname}`;
  // What may be too large for memory.
  const unread = init.body instanceof Blob || init.body instanceof ReadableStream ? init.body : undefined;
  const request = {
    ...(await takeApart(makeRequest(given ?? url, init, operation), unread)),
    // Its URL is not the one that is asked.
    original: undefined,
    url,
    method,
    // It aborts the body too, which is handed out before it has been read.
    signal,
    isBare,
    followCrossOrigin,
    // A bare request gets it when it is sent: workerd throws at the mention of `credentials`.
    init: { ...init, ...(credentials && !isBare && { credentials }) },
  };
  const options = { timeoutMs, attemptTimeoutMs, retry, signal };
  const facts = { operation, idempotent: isIdempotent(method) };
  return withCall(settings, { init: options, facts }, async (call) => {
    const response = await sendWithRetries(call, request);
    if (response.ok || !rejectErrors) return response;
    const { error } = await readResult(call, response, "none");
    if (error) throw error;
    return response;
  });
}
