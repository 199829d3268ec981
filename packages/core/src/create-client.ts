import type { CallInit } from "./call-options.ts";
import { checkOptions } from "./check-options.ts";
import type { Client } from "./client.ts";
import type { ClientOptions } from "./client-options.ts";
import { resolveSettings, type ClientSettings } from "./client-settings.ts";
import { configFault } from "./config-fault.ts";
import { httpMethods, type HttpMethod } from "./http-method.ts";
import type { Middleware } from "./run-middleware.ts";
import { clientRules, sharedRules } from "./option-rules.ts";
import type { PathMethods } from "./path-method.ts";
import type { PlatformDefinition } from "./platform.ts";
import type { Result } from "./result.ts";
import { runCall } from "./run-call.ts";
import { runFetch } from "./run-fetch.ts";

type Options<Credentials extends object, Scope extends object> = ClientOptions<Credentials> & Scope;

/**
 * Makes a client of the platform that `definition` describes. Platform packages call it; their `create…Client` is what users call.
 *
 * @throws ConfigError for an option that does not exist, a malformed base URL, credential or scope.
 */
export function createClient<P extends string, Paths extends object, Credentials extends object, Scope extends object>(
  definition: PlatformDefinition<P, Credentials, Scope>,
  options: Options<Credentials, Scope>,
): Client<P, Paths, Credentials, Scope> {
  const { scope, pathTraits = {} } = definition;

  const build = (
    ownOptions: Options<Credentials, Scope>,
    middleware: readonly Middleware[],
    parent?: ClientSettings,
  ): Client<P, Paths, Credentials, Scope> => {
    const settings = resolveSettings(definition, ownOptions, parent);
    const context = { settings, middleware };

    const callByPath = (method: HttpMethod) => {
      const name = method.toUpperCase();
      const call = (path: string, init?: CallInit): Promise<Result<never>> => {
        const response = method === "head" ? "none" : "json";
        return runCall(
          context,
          { response, ...pathTraits[`${method} ${path}`], id: `${name} ${path}`, method, path },
          init,
        );
      };
      return [name, call] as const;
    };
    // The types of a path stand for what runs here untyped: a path of `Paths` is a string, and its init a `CallInit`.
    const byPath = Object.fromEntries(httpMethods.map(callByPath)) as object as PathMethods<Paths>;

    return {
      platform: definition.platform,
      baseUrl: settings.baseUrl,
      clock: settings.clock,
      call: (info, init) => runCall(context, info, init),
      ...byPath,
      use: (...added) => {
        if (!added.every(isMiddleware)) throw configFault("use", "takes objects with onRequest, onResponse or onError");
        context.middleware = [...context.middleware, ...added];
      },
      eject: (...removed) => {
        context.middleware = context.middleware.filter((each) => !removed.includes(each));
      },
      fetch: (input, init) => runFetch(settings, input, init),
      with: (overrides) => {
        checkOptions(overrides, { ...sharedRules, ...scope?.rules });
        return build({ ...ownOptions, ...scope?.replacedBy(overrides), ...overrides }, context.middleware, settings);
      },
    };
  };

  checkOptions(options, { ...clientRules, ...scope?.rules });
  return build(options, []);
}

function isMiddleware(given: unknown): boolean {
  const members = Object(given) as object; // Object() makes an object of anything
  return ["onRequest", "onResponse", "onError"].some((name) => name in members);
}
