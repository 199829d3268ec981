import { checkOptions } from "./check-options.ts";
import type { ClientSettings } from "./client-settings.ts";
import { ConfigError } from "./errors.ts";
import type { FetchInit } from "./fetch-init.ts";
import { callRules } from "./option-rules.ts";
import { resolveUrl } from "./resolve-url.ts";
import { isRead, retarget } from "./retarget.ts";
import { fetchPipeline } from "./fetch-pipeline.ts";
import { endCall, isIdempotent, startCall } from "./start-call.ts";

/** `client.fetch`: the pipeline without openapi-fetch above it. */
export async function runFetch(
  settings: ClientSettings,
  input: Request | URL | string,
  init: FetchInit = {},
): Promise<Response> {
  const { timeoutMs, attemptTimeoutMs, retry, followCrossOrigin = false, operation, signal, ...rest } = init;
  const { credentials, ...others } = rest;
  const isBare = credentials === "omit";
  // Left out for a bare request, which gets it when it is sent: workerd throws at the mention of `credentials`.
  const fetchInit = isBare ? others : rest;
  // Not `instanceof`: the request may come from another realm.
  const [given, address] =
    typeof input === "object" && "headers" in input ? [input, input.url] : [undefined, String(input)];
  const bodySignal = signal ?? given?.signal;
  const options = { timeoutMs, attemptTimeoutMs, retry, signal: bodySignal };
  checkOptions(options, callRules);
  const url = resolveUrl(isBare ? { ...settings, scope: { headers: {}, query: {} } } : settings, address);
  const request = await makeRequest(url, given, fetchInit);
  const call = startCall(settings, options, {
    operation: operation ?? `${request.method} ${url.origin}${url.pathname}`,
    idempotent: isIdempotent(request.method),
    replayable: isReplayable(request, fetchInit.body),
    followCrossOrigin,
    isBare,
    bodySignal,
  });
  try {
    call.total.signal.throwIfAborted();
    return await fetchPipeline(call, request);
  } finally {
    endCall(call);
  }
}

async function makeRequest(url: URL, given: Request | undefined, init: RequestInit): Promise<Request> {
  try {
    const complete = { ...init, ...(init.body instanceof ReadableStream && { duplex: "half" }) };
    return given === undefined ? new Request(url, complete) : await retarget(new Request(given, complete), url);
  } catch {
    // The runtime's own message may quote a header's value, so it is not passed on.
    throw new ConfigError({
      option: "init",
      message:
        "client.fetch was given what no request can have. Check method, headers and body, and that the body is not used.",
    });
  }
}

/** Of a request made elsewhere nobody can tell whether its body is a stream; the usual kinds of small bodies say what they are. */
function isReplayable(request: Request, body: unknown): boolean {
  if (isRead(request)) return true;
  if (body !== undefined && body !== null) return !(body instanceof ReadableStream);
  // Firefox has no `body` on requests, and no streams in them either.
  return !request.body || /json|form/.test(request.headers.get("content-type") ?? "");
}
