import type { CallInit } from "./call-options.ts";
import type { Client } from "./client.ts";
import type { ClientOptions } from "./client-options.ts";
import { resolveSettings, type ClientSettings } from "./client-settings.ts";
import { ConfigError } from "./errors.ts";
import type { HttpMethod } from "./http-method.ts";
import type { Middleware } from "./openapi-fetch.ts";
import type { PathMethod } from "./path-method.ts";
import type { PlatformDefinition } from "./platform.ts";
import type { Result } from "./result.ts";
import { overrideOptions } from "./override-options.ts";
import { runCall } from "./run-call.ts";
import { runFetch } from "./run-fetch.ts";

/**
 * Makes a client of the platform that `definition` describes. Platform packages call it; their `create…Client` is what users call.
 *
 * @throws ConfigError for an option that does not exist, a malformed base URL, credential or scope.
 */
export function createClient<P extends string, Paths extends object, Credentials extends object, Scope extends object>(
  definition: PlatformDefinition<P, Credentials, Scope>,
  options: Options<Credentials, Scope>,
): Client<P, Paths, Credentials, Scope> {
  return build({ definition, options, settings: resolveSettings(definition, options), middleware: [] });
}

type Options<Credentials extends object, Scope extends object> = ClientOptions<Credentials> & Scope;

interface Parts<P extends string, Credentials extends object, Scope extends object> {
  readonly definition: PlatformDefinition<P, Credentials, Scope>;
  readonly options: Options<Credentials, Scope>;
  readonly settings: ClientSettings;
  readonly middleware: readonly Middleware[];
}

function build<P extends string, Paths extends object, Credentials extends object, Scope extends object>(
  parts: Parts<P, Credentials, Scope>,
): Client<P, Paths, Credentials, Scope> {
  const { definition, options, settings } = parts;
  const context = { settings, middleware: parts.middleware };

  const byPath = <Method extends HttpMethod>(method: Method): PathMethod<Paths, Method> => {
    const call = (path: string, init?: CallInit): Promise<Result<never>> => {
      const traits = definition.pathTraits?.[`${method} ${path}`];
      const response = method === "head" ? "none" : "json";
      return runCall(context, { response, ...traits, id: `${method.toUpperCase()} ${path}`, method, path }, init);
    };
    // The types of a path stand for what runs here untyped: a path of `Paths` is a string, and its init a `CallInit`.
    return call as PathMethod<Paths, Method>;
  };

  return {
    platform: definition.platform,
    baseUrl: settings.baseUrl,
    clock: settings.clock,
    call: (info, init) => runCall(context, info, init),
    GET: byPath("get"),
    PUT: byPath("put"),
    POST: byPath("post"),
    DELETE: byPath("delete"),
    OPTIONS: byPath("options"),
    HEAD: byPath("head"),
    PATCH: byPath("patch"),
    TRACE: byPath("trace"),
    use: (...added) => {
      for (const each of added) checkMiddleware(each);
      context.middleware = [...context.middleware, ...added];
    },
    eject: (...removed) => {
      context.middleware = context.middleware.filter((each) => !removed.includes(each));
    },
    fetch: (input, init) => runFetch(settings, input, init),
    with: (overrides) => {
      const merged = overrideOptions(definition.scope, options, overrides);
      return build({
        definition,
        options: merged,
        settings: resolveSettings(definition, merged, settings),
        middleware: context.middleware,
      });
    },
  };
}

function checkMiddleware(middleware: unknown): void {
  const isMiddleware =
    typeof middleware === "object" &&
    middleware !== null &&
    ["onRequest", "onResponse", "onError"].some((name) => name in middleware);
  if (isMiddleware) return;
  throw new ConfigError({ option: "use", message: "use takes objects with onRequest, onResponse or onError." });
}
