import type { AuthOption } from "./auth.ts";
import type { Clock } from "./clock.ts";
import type { Hooks } from "./hooks.ts";
import type { Limiter } from "./limiter.ts";
import type { RetryOptions } from "./retry.ts";

/** What can be told to a client at any time: to `createClient`, and to `client.with`. */
export interface SharedOptions<Credentials extends object> {
  /**
   * The credentials, or a function that returns them (a promise is fine), called for each attempt. After a 401 the function is
   * called once more with `{ refresh: true }`, once for any number of calls in flight, and the calls are repeated.
   * Credentials that are undefined are a `ConfigError` at the first call, so that a module can be imported without them.
   */
  readonly auth?: AuthOption<Credentials> | undefined;
  /** Sends the requests. Default: `globalThis.fetch`, looked up at each request. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Milliseconds for a whole call: every attempt, every wait and the body. Default: 600,000 (10 minutes). */
  readonly timeoutMs?: number | undefined;
  /** Milliseconds for each attempt, its body included. Default: 120,000 (2 minutes). */
  readonly attemptTimeoutMs?: number | undefined;
  /** What to do about failures that may pass; `false` sends every request once. Default: 3 attempts. */
  readonly retry?: false | RetryOptions | undefined;
  /** The most bytes of a body that is decoded; a larger one is a `DecodeError`. Downloads are not bound. Default: 268,435,456 (256 MiB). */
  readonly maxResponseBytes?: number | undefined;
  /** Observers for logs and metrics. */
  readonly hooks?: Hooks | undefined;
  /** Spaces requests out, such as one of `createRateLimiter`. Default: none. */
  readonly limiter?: Limiter | undefined;
  /** Where time comes from. Default: the system. */
  readonly clock?: Clock | undefined;
  /** Where the jitter of waits comes from: a number from 0 up to 1. Default: `Math.random`. */
  readonly random?: (() => number) | undefined;
}

/** The options of every client; a platform's own client adds its scope, such as `organization`. */
export interface ClientOptions<Credentials extends object> extends SharedOptions<Credentials> {
  /** The server's URL, such as `"https://annotate.example.com"`. Default: the hosted service. */
  readonly baseUrl?: string | undefined;
  /** A hosted server by its name, instead of `baseUrl`. */
  readonly server?: string | undefined;
}
