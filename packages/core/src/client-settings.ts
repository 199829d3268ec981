import { checkOptions } from "./check-options.ts";
import type { ClientOptions } from "./client-options.ts";
import { systemClock, type Clock } from "./clock.ts";
import { createAuthenticator, type Authenticator } from "./create-authenticator.ts";
import type { Hooks } from "./hooks.ts";
import type { Limiter } from "./limiter.ts";
import { clientRules } from "./option-rules.ts";
import type { PlatformDefinition } from "./platform.ts";
import { resolveBaseUrl } from "./resolve-base-url.ts";
import { createRetryBudget, type RetryBudget } from "./retry-budget.ts";
import { resolveCredentials } from "./resolve-credentials.ts";
import type { RetryOptions } from "./retry.ts";
import { resolveScope, type ResolvedScope } from "./scope.ts";

/** A client's options, checked and with their defaults. */
export interface ClientSettings {
  readonly definition: PlatformDefinition<string, object, object>;
  readonly baseUrl: string;
  readonly base: URL;
  /** As given; a child that has the same shares what authenticates it, so that parallel calls of both refresh once. */
  readonly auth: unknown;
  readonly authenticate: Authenticator;
  /** True where new credentials can be had after a 401. */
  readonly isRenewable: boolean;
  readonly scope: ResolvedScope;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly timeoutMs: number;
  readonly attemptTimeoutMs: number;
  readonly retry: false | RetryOptions;
  readonly maxResponseBytes: number;
  readonly hooks: Hooks;
  readonly limiter: Limiter | undefined;
  readonly clock: Clock;
  readonly random: () => number;
  readonly budget: RetryBudget;
}

/** Checks a client's options and fills in the defaults. A child shares its parent's retry budget, and its credentials where they are the same. */
export function resolveSettings<Credentials extends object, Scope extends object>(
  definition: PlatformDefinition<string, Credentials, Scope>,
  options: ClientOptions<Credentials> & Partial<Record<string, unknown>>,
  parent?: ClientSettings,
): ClientSettings {
  const scopeRules = Object.fromEntries(Object.keys(definition.scope ?? {}).map((name) => [name, undefined]));
  checkOptions(options, { ...clientRules, ...scopeRules });
  const { auth, fetch } = options;
  const baseUrl = resolveBaseUrl(definition.servers, options);
  checkCredentials(definition, auth);
  return {
    definition,
    baseUrl,
    base: new URL(baseUrl),
    auth,
    authenticate:
      parent !== undefined && parent.auth === auth
        ? parent.authenticate
        : createAuthenticator({ title: definition.title, schemes: definition.auth, auth }),
    isRenewable: typeof auth === "function",
    scope: resolveScope(definition.scope, options),
    // Looked up late, so that an interceptor installed after the client was made is used (openapi-fetch captures it early).
    // Node keeps a copy of all that it sends, for a redirect that may come, unless none may and there is no window (Fetch, HTTP-network-
    // or-cache fetch, step 8.1): a streamed upload of 1 GiB took 1.1 GB of memory, and 0.1 so.
    fetch:
      fetch ?? ((request) => globalThis.fetch(request, request.redirect === "error" ? { window: null } : undefined)),
    timeoutMs: options.timeoutMs ?? 600_000,
    attemptTimeoutMs: options.attemptTimeoutMs ?? 120_000,
    retry: options.retry ?? {},
    maxResponseBytes: options.maxResponseBytes ?? 2 ** 28,
    hooks: options.hooks ?? {},
    limiter: options.limiter,
    clock: options.clock ?? systemClock,
    random: options.random ?? Math.random,
    budget: parent?.budget ?? createRetryBudget(),
  };
}

/** Refuses malformed credentials before the first call; missing ones wait for it, so that a module can be imported without. */
function checkCredentials<Credentials extends object>(
  { title, auth: schemes }: Pick<PlatformDefinition<string, Credentials, object>, "title" | "auth">,
  given: unknown,
): void {
  if (typeof given !== "object" || given === null || Object.values(given).includes(undefined)) return;
  const { scheme, credentials } = resolveCredentials({ title, schemes, given });
  // A signature that fails for another reason is the call's to report.
  Promise.resolve(scheme?.headers(credentials, { now: 0 })).catch(() => undefined);
}
