import type { AuthOption, Client, ClientOptions } from "@labelwire/core";
import type { components, paths } from "./generated/schema.ts";
import type { CvatCredentials, CvatScope } from "./platform.ts";

/**
 * A schema of the platform by its name.
 *
 * @example
 * type Task = Schema<"TaskRead">;
 */
export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];

/**
 * What `auth` takes: credentials of one of five kinds, whose members may be undefined as those of `process.env` are, or a function that
 * returns them.
 */
export type CvatAuth = AuthOption<CvatCredentials>;

/** What `createCvatClient` takes; every member is optional. */
export interface CvatClientOptions extends ClientOptions<CvatCredentials>, CvatScope {
  /** The hosted server by its name, instead of `baseUrl`. Default: `"hosted"`, https://app.cvat.ai. */
  readonly server?: "hosted" | undefined;
}

/** A client of CVAT. `Paths` types the calls by path; operation functions and workflows take a client of any `Paths`. */
export type CvatClient<Paths extends object = paths> = Client<"cvat", Paths, CvatCredentials, CvatScope>;

/** What the workflows need of a client. */
export type CvatCaller = Pick<CvatClient, "platform" | "call" | "fetch" | "baseUrl" | "clock">;
