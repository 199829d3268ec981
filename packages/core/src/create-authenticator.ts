import type { AuthHeaders, AuthOption, AuthRequest, AuthScheme } from "./auth.ts";
import { resolveCredentials, type AuthDefinition } from "./resolve-credentials.ts";

/** What authenticates one attempt. */
export interface Authentication {
  /** By their names in lower case. */
  readonly headers: AuthHeaders;
  /** As in {@link AuthScheme}. */
  readonly prepare?: AuthScheme<object>["prepare"] | undefined;
  /** What no error may echo: the credential, and what was made of it. */
  readonly secrets: readonly string[];
  /** Counts refreshes, so that of many calls refused with one credential only the first refreshes it. */
  readonly generation: number;
}

/** Authenticates one attempt. After a 401, `rejected` is what the platform refused. */
export type Authenticator = (attempt: {
  readonly now: number;
  readonly signal: AbortSignal;
  readonly rejected?: Authentication | undefined;
}) => Promise<Authentication>;

/**
 * Returns what authenticates the attempts of one client. An `auth` function is called for every attempt; after a 401 it is
 * called once with `refresh: true` for all the calls that were refused with the same credential. An error that the function
 * throws reaches the caller as it is. Malformed credentials are refused at once; missing ones wait for the first attempt, so
 * that a module can be imported without.
 */
export function createAuthenticator<Credentials extends object>(
  definition: AuthDefinition<Credentials>,
  auth: AuthOption<Credentials> | undefined,
): Authenticator {
  const give = async (request: AuthRequest): Promise<unknown> => (typeof auth === "function" ? auth(request) : auth);
  const authenticate = (given: unknown, now: number) => {
    const { scheme, credentials } = resolveCredentials(definition, given);
    return { credentials, prepare: scheme?.prepare, headers: scheme?.headers(credentials, { now }) };
  };
  if (typeof auth === "object" && !Object.values(auth).includes(undefined)) {
    // A signature that fails for another reason is the call's to report.
    Promise.resolve(authenticate(auth, 0).headers).catch(() => undefined);
  }
  let generation = 0;
  let refreshing: Promise<unknown> | undefined;

  return async ({ now, signal, rejected }) => {
    if (rejected?.generation === generation) {
      generation++;
      refreshing = give({ refresh: true }).finally(() => {
        refreshing = undefined;
      });
    }
    // Read before waiting: a credential asked for before a refresh is as old as that.
    const own = generation;
    const given = await (refreshing ?? give({ refresh: false, signal }));
    const { credentials, prepare, headers } = authenticate(given, now);
    const sent = (await headers) ?? {};
    // "Bearer x" is echoed as "x" more often than whole.
    const echoes = Object.values(sent).map((value) => value.replace(/^.* /, ""));
    return { headers: sent, secrets: [...Object.values(credentials), ...echoes], prepare, generation: own };
  };
}
