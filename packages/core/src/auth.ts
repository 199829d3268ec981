import { checkHeaderValue } from "./check-header-value.ts";
import { configFault } from "./config-fault.ts";
import { ConfigError } from "./errors.ts";

/** What a scheme may need beside the credential. */
export interface AuthContext {
  /** The client's clock in milliseconds since 1970, read anew for every attempt. */
  readonly now: number;
}

/** The headers that authenticate one attempt, by their names in lower case. */
export type AuthHeaders = Readonly<Record<string, string>>;

declare const credentialsType: unique symbol;

/**
 * One way to authenticate. Made by {@link headerAuth}, {@link bearerAuth}, {@link tokenAuth}, {@link basicAuth},
 * {@link signedAuth}, `sessionAuth` or `browserSessionAuth`.
 */
export interface AuthScheme<Credentials extends object> {
  /** The members of `auth` it takes. The scheme is used when all of them are given. */
  readonly credentials: readonly string[];
  /** The headers of one attempt. Every member named in `credentials` is given, and not empty. */
  readonly headers: (
    credentials: Readonly<Record<string, string>>,
    context: AuthContext,
  ) => AuthHeaders | Promise<AuthHeaders>;
  /** What the request needs beside the headers, which are in it already, such as the browser's own cookies. */
  readonly prepare?: (request: Request) => Request;
  /** Carries the credential's type; nothing at run time. */
  readonly [credentialsType]?: Credentials;
}

/** What an `auth` function is told. */
export interface AuthRequest {
  /** True after the platform answered 401: what was given before is no longer good. */
  readonly refresh: boolean;
  /** Aborted when the call is. Absent for a refresh, which serves every call that waits for it. */
  readonly signal?: AbortSignal;
}

type Possibly<Credentials> = Credentials extends object
  ? { readonly [Name in keyof Credentials]: Credentials[Name] | undefined }
  : never;

/**
 * The credential: an object, or a function that gives one, sync or async. The function is called for every attempt, so it
 * should keep what is costly to get. Members may be undefined, as those of `process.env` are: that is a `ConfigError` at the
 * first call, not at import.
 */
export type AuthOption<Credentials extends object> =
  Possibly<Credentials> | ((request: AuthRequest) => Possibly<Credentials> | Promise<Possibly<Credentials>>);

/** Sends the member of `auth` named `credential` as a header of its own, such as `apikey: …`. */
export function headerAuth<const Name extends string>(options: {
  readonly credential: Name;
  readonly header: string;
}): AuthScheme<Record<Name, string>> {
  return prefixed(options.credential, options.header, "");
}

/** Sends the member of `auth` named `credential` as `Authorization: Bearer …`. */
export function bearerAuth<const Name extends string>(credential: Name): AuthScheme<Record<Name, string>> {
  return prefixed(credential, "authorization", "Bearer ");
}

/** Sends the member of `auth` named `credential` as `Authorization: Token …`. */
export function tokenAuth<const Name extends string>(credential: Name): AuthScheme<Record<Name, string>> {
  return prefixed(credential, "authorization", "Token ");
}

// As it stands in a request that was copied, or in a file of environment variables that was read without care.
const PASTED = /^(bearer|basic|token) |^["']/i;

function prefixed<Name extends string>(
  credential: Name,
  header: string,
  prefix: string,
): AuthScheme<Record<Name, string>> {
  const name = header.toLowerCase();
  const option = `auth.${credential}`;
  return {
    credentials: [credential],
    headers: (credentials) => {
      const value = checkHeaderValue(option, credentials[credential]);
      if (!PASTED.test(value)) return { [name]: prefix + value };
      throw configFault(option, "has the name of its scheme before it, or quotes around it: give the credential alone");
    },
  };
}

/** Sends `auth.username` and `auth.password` as `Authorization: Basic …`, in UTF-8 (RFC 7617). */
export function basicAuth(): AuthScheme<{ username: string; password: string }> {
  return {
    credentials: ["username", "password"],
    headers: ({ username = "", password = "" }) => {
      checkBasic("auth.username", username, /[:\p{Cc}]/u, "a colon or a control character");
      checkBasic("auth.password", password, /\p{Cc}/u, "a control character, such as a line break");
      const bytes = new TextEncoder().encode(`${username}:${password}`);
      return { authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` };
    },
  };
}

function checkBasic(option: string, value: string, refused: RegExp, what: string): void {
  if (!refused.test(value)) return;
  throw new ConfigError({ option, message: `${option} holds ${what}, which Basic authentication cannot carry.` });
}

/**
 * Sends headers computed from the credential and the time, anew for every attempt, so that a retry is never refused for an
 * old signature.
 */
export function signedAuth<const Name extends string>(options: {
  /** The members of `auth` that `sign` takes. */
  readonly credentials: readonly Name[];
  readonly sign: (
    credentials: Readonly<Record<Name, string>>,
    context: AuthContext,
  ) => AuthHeaders | Promise<AuthHeaders>;
}): AuthScheme<Record<Name, string>> {
  return {
    credentials: options.credentials,
    headers: (credentials, context) => {
      for (const name of options.credentials) checkHeaderValue(`auth.${name}`, credentials[name]);
      const signed = Promise.resolve(options.sign(credentials, context));
      return signed.then((headers) => Object.fromEntries(Object.entries(headers).map(lowerCaseName)));
    },
  };
}

function lowerCaseName([name, value]: readonly [string, string]): readonly [string, string] {
  return [name.toLowerCase(), value];
}
