import type { AuthHeaders, AuthOption, AuthRequest, AuthScheme } from "./auth.ts";
import { resolveCredentials } from "./resolve-credentials.ts";
import { untilAborted } from "./until-aborted.ts";

/** What authenticates one attempt. */
export interface Authentication {
  readonly headers: AuthHeaders;
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
 * throws reaches the caller as it is.
 */
export function createAuthenticator<Credentials extends object>(options: {
  readonly title: string;
  readonly schemes: readonly AuthScheme<Credentials>[];
  readonly auth: AuthOption<Credentials> | undefined;
}): Authenticator {
  const { auth } = options;
  const give = async (request: AuthRequest): Promise<unknown> => (typeof auth === "function" ? auth(request) : auth);
  let generation = 0;
  let refreshing: Promise<unknown> | undefined;

  const refresh = async (): Promise<unknown> => {
    try {
      const given = await give({ refresh: true });
      generation++;
      return given;
    } finally {
      refreshing = undefined;
    }
  };

  return async ({ now, signal, rejected }) => {
    if (rejected?.generation === generation) refreshing ??= refresh();
    // Taken before waiting: a credential asked for before a refresh is as old as that.
    const expected = generation + (refreshing === undefined ? 0 : 1);
    const given = await untilAborted(refreshing ?? give({ refresh: false, signal }), signal);
    const { scheme, credentials } = resolveCredentials({ ...options, given });
    const headers = await untilAborted(scheme?.headers(credentials, { now }) ?? {}, signal);
    // "Bearer x" is echoed as "x" more often than whole.
    const sent = Object.values(headers).map((value) => value.slice(value.lastIndexOf(" ") + 1));
    return { headers, secrets: [...Object.values(credentials), ...sent], generation: expected };
  };
}
