import type { AuthHeaders, AuthOption, AuthRequest, AuthScheme } from "./auth.ts";
import { resolveCredentials, type AuthDefinition } from "./resolve-credentials.ts";
import { untilAborted } from "./until-aborted.ts";

/** What authenticates one attempt. */
export interface Authentication {
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
    return { credentials, prepare: scheme?.prepare, headers: scheme?.headers(credentials, { now }) ?? {} };
  };
  if (typeof auth === "object" && !Object.values(auth).includes(undefined)) {
    // A signature that fails for another reason is the call's to report.
    Promise.resolve(authenticate(auth, 0).headers).catch(() => undefined);
  }
  let generation = 0;
  let refreshing: Promise<unknown> | undefined;

  return async ({ now, signal, rejected }) => {
    if (rejected?.generation === generation) {
      refreshing ??= give({ refresh: true })
        .then((given) => {
          generation++;
          return given;
        })
        .finally(() => {
          refreshing = undefined;
        });
    }
    // Taken before waiting: a credential asked for before a refresh is as old as that.
    const expected = generation + (refreshing ? 1 : 0);
    const given = await untilAborted(refreshing ?? give({ refresh: false, signal }), signal);
    const authenticated = authenticate(given, now);
    const headers = await untilAborted(authenticated.headers, signal);
    // "Bearer x" is echoed as "x" more often than whole.
    const sent = Object.values(headers).map((value) => value.replace(/^.* /, ""));
    const secrets = [...Object.values(authenticated.credentials), ...sent];
    return { headers, prepare: authenticated.prepare, secrets, generation: expected };
  };
}
