import type { Clock } from "./clock.ts";
import type { SharedOptions } from "./client-options.ts";
import type { FetchInit } from "./fetch-init.ts";
import type { Middleware } from "./run-middleware.ts";
import type { Caller } from "./operation.ts";
import type { PathMethod } from "./path-method.ts";

/**
 * A client of platform `P`, typed by `Paths` as openapi-typescript writes them. It never changes once made, but for its
 * middleware: `with` returns another client.
 */
export interface Client<
  P extends string,
  Paths extends object,
  Credentials extends object,
  Scope extends object,
> extends Caller<P> {
  /** The server's URL, without a slash at its end. */
  readonly baseUrl: string;
  /** Where this client's time comes from. */
  readonly clock: Clock;
  /** Calls a path by GET, in openapi-fetch's shape: `{ data, error, response }`. */
  readonly GET: PathMethod<Paths, "get">;
  /** Calls a path by PUT, in openapi-fetch's shape: `{ data, error, response }`. */
  readonly PUT: PathMethod<Paths, "put">;
  /** Calls a path by POST, in openapi-fetch's shape: `{ data, error, response }`. */
  readonly POST: PathMethod<Paths, "post">;
  /** Calls a path by DELETE, in openapi-fetch's shape: `{ data, error, response }`. */
  readonly DELETE: PathMethod<Paths, "delete">;
  /** Calls a path by OPTIONS, in openapi-fetch's shape: `{ data, error, response }`. */
  readonly OPTIONS: PathMethod<Paths, "options">;
  /** Calls a path by HEAD, in openapi-fetch's shape: `{ data, error, response }`. */
  readonly HEAD: PathMethod<Paths, "head">;
  /** Calls a path by PATCH, in openapi-fetch's shape: `{ data, error, response }`. */
  readonly PATCH: PathMethod<Paths, "patch">;
  /** Calls a path by TRACE, in openapi-fetch's shape: `{ data, error, response }`. */
  readonly TRACE: PathMethod<Paths, "trace">;
  /**
   * Adds openapi-fetch middleware, for calls by typed path and by operation function: `onRequest` runs in the order of adding,
   * `onResponse` and `onError` in reverse. It sees requests before credentials are added and answers after retries.
   */
  use(...middleware: Middleware[]): void;
  /** Takes middleware away that `use` added. */
  eject(...middleware: Middleware[]): void;
  /**
   * The whole pipeline as a plain `fetch`: credentials, scope, retries, deadlines and redirects, without middleware and decoding.
   *
   * A path is appended to `baseUrl`. A URL of another origin is fetched without credentials and scope, and an `http:` link to
   * the host of an `https:` base goes to the base, because servers behind a TLS proxy hand out such links. The deadlines end
   * with the head of the answer: reading its body is bounded by `signal` alone.
   *
   * @throws NetworkError, TimeoutError, ConfigError; the signal's reason when aborted. An HTTP error is an answer, not a throw.
   */
  readonly fetch: (input: Request | URL | string, init?: FetchInit) => Promise<Response>;
  /**
   * A child client with other options: another scope, other credentials, other deadlines. It starts with this client's
   * middleware and shares its retry budget.
   *
   * @throws ConfigError for an option that does not exist or a malformed value.
   */
  with(overrides: SharedOptions<Credentials> & Scope): Client<P, Paths, Credentials, Scope>;
}
