import type { ClientOptions } from "./client-options.ts";
import { systemClock, type Clock } from "./clock.ts";
import { createAuthenticator, type Authenticator } from "./create-authenticator.ts";
import type { Hooks } from "./hooks.ts";
import type { Limiter } from "./limiter.ts";
import type { PlatformDefinition } from "./platform.ts";
import { resolveBaseUrl } from "./resolve-base-url.ts";
import { createRetryBudget, type RetryBudget } from "./retry-budget.ts";
import type { RetryOptions } from "./retry.ts";
import type { ResolvedScope } from "./scope.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** A client's options, with their defaults, and what is made of them. */
export interface ClientSettings {
  readonly definition: PlatformDefinition<string, object, object>;
  readonly baseUrl: string;
  readonly base: URL;
  /** As given; a child that has the same shares what authenticates it, so that parallel calls of both refresh once. */
  readonly auth?: unknown;
  readonly authenticate: Authenticator;
  readonly scope: ResolvedScope;
  /** The caller's own. */
  readonly fetch?: (request: Request) => Promise<Response>;
  readonly timeoutMs: number;
  readonly attemptTimeoutMs: number;
  readonly retry: false | RetryOptions;
  readonly maxResponseBytes: number;
  readonly hooks: Hooks;
  readonly limiter?: Limiter;
  readonly clock: Clock;
  readonly random: () => number;
  readonly budget: RetryBudget;
}

const defaults = {
  timeoutMs: 600_000,
  attemptTimeoutMs: 120_000,
  retry: {},
  maxResponseBytes: 2 ** 28,
  hooks: {},
  clock: systemClock,
  random: Math.random,
};

/** Fills in the defaults of options that have been checked. A child shares its parent's retry budget, and its credentials where they are the same. */
export function resolveSettings<Credentials extends object, Scope extends object>(
  definition: PlatformDefinition<string, Credentials, Scope>,
  options: ClientOptions<Credentials> & Partial<Record<string, unknown>>,
  parent?: ClientSettings,
): ClientSettings {
  const baseUrl = resolveBaseUrl(definition.servers, options);
  return {
    ...defaults,
    ...withoutUndefined(options),
    definition,
    baseUrl,
    base: new URL(baseUrl),
    authenticate:
      parent && parent.auth === options.auth ? parent.authenticate : createAuthenticator(definition, options.auth),
    scope: definition.scope?.resolve(options) ?? { headers: {}, query: {} },
    budget: parent?.budget ?? createRetryBudget(),
  };
}
