import type { AuthHeaders, AuthOption, AuthRequest, AuthScheme } from "./auth.ts";
import { resolveCredentials, type AuthDefinition, type ResolvedCredentials } from "./resolve-credentials.ts";

/** What authenticates one attempt. */
export interface Authentication {
  /** By their names in lower case. */
  readonly headers: AuthHeaders;
  /** As in {@link AuthScheme}. */
  readonly prepare?: AuthScheme<object>["prepare"] | undefined;
  /** The credential, which no error may echo. */
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
  let fixed: ResolvedCredentials<Credentials> | undefined;
  if (typeof auth === "object" && !Object.values(auth).includes(undefined)) {
    fixed = resolveCredentials(definition, auth);
    // A signature that fails for another reason is the call's to report.
    Promise.resolve(fixed.scheme?.headers(fixed.credentials, { now: 0 })).catch(() => undefined);
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
    const { scheme, credentials } =
      fixed ?? resolveCredentials(definition, await (refreshing ?? give({ refresh: false, signal })));
    return {
      headers: (await scheme?.headers(credentials, { now })) ?? {},
      secrets: Object.values(credentials),
      prepare: scheme?.prepare,
      generation: own,
    };
  };
}
