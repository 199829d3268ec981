import type { Clock, Hooks } from "@labelwire/core";
import { credentialHeaders } from "./credentials.ts";
import { sleep } from "./sleep.ts";

type Credentials = Record<string, string>;

export interface NaiveOptions {
  readonly baseUrl?: string;
  readonly auth?: Credentials | ((request: { refresh: boolean }) => Promise<Credentials>);
  readonly organization?: string;
  readonly organizationId?: number;
  readonly zone?: string;
  readonly fetch?: (request: Request) => Promise<Response>;
  readonly retry?: false | { maxAttempts?: number };
  readonly timeoutMs?: number;
  readonly attemptTimeoutMs?: number;
  readonly hooks?: Hooks;
  readonly clock?: Clock;
}

/** Sends a request with credentials and scope, up to three times. */
export async function send(original: Request, options: NaiveOptions): Promise<Response> {
  const { hooks, clock, organization, organizationId, retry } = options;
  const maxAttempts = retry === false ? 1 : (retry?.maxAttempts ?? 3);
  let refresh = false;
  for (let attempt = 1; ; attempt++) {
    const credentials = typeof options.auth === "function" ? await options.auth({ refresh }) : options.auth;
    for (const [name, value] of Object.entries(credentialHeaders(credentials ?? {}))) original.headers.set(name, value);
    if (organization) original.headers.set("X-Organization", organization);
    if (organizationId) original.headers.set("X-Organization-Id", String(organizationId));
    const request = original.clone();
    const facts = { operation: request.url, method: request.method, url: request.url, attempt };
    hooks?.onRequest?.(facts);
    try {
      const response = await withTimeout((options.fetch ?? fetch)(request), options);
      hooks?.onResponse?.({ ...facts, status: response.status, durationMs: 0 });
      refresh = response.status === 401;
      const isWorthAnotherTry = refresh || response.status === 429 || response.status >= 500;
      if (!isWorthAnotherTry || attempt >= maxAttempts) return response;
      const delayMs = Number(response.headers.get("retry-after") ?? 0.01) * 1000;
      hooks?.onRetry?.({ ...facts, status: response.status, delayMs });
      await sleep(delayMs, clock);
    } catch (cause) {
      const error = Object.assign(new Error(`${request.method} ${request.url} failed`, { cause }), { request });
      hooks?.onError?.({ ...facts, error, durationMs: 0 });
      if (attempt >= maxAttempts) throw error;
    }
  }
}

function withTimeout<T>(promise: Promise<T>, { timeoutMs, attemptTimeoutMs }: NaiveOptions): Promise<T> {
  const limitMs = attemptTimeoutMs ?? timeoutMs ?? 30_000;
  if (limitMs === Infinity) return promise;
  const timeout = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`no answer within ${limitMs} ms`)), limitMs);
  });
  return Promise.race([promise, timeout]);
}
