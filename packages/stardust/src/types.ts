import type { AuthOption, Client, ClientOptions } from "@labelwire/core";
import type { components, paths } from "./generated/schema.ts";
import type { StardustCredentials } from "./sign-request.ts";

/**
 * A schema of the platform by its name.
 *
 * @example
 * type Result = Schema<"AnnotationResult">;
 */
export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];

/** What `auth` takes: the key pair, whose members may be undefined as those of `process.env` are, or a function that returns it. */
export type StardustAuth = AuthOption<StardustCredentials>;

/** What `createStardustClient` takes; every member is optional. */
export interface StardustClientOptions extends ClientOptions<StardustCredentials> {
  /** The hosted server by its name, instead of `baseUrl`. Default: `"hosted"`, https://portal-prod.rosettalab.top/rosetta-open. */
  readonly server?: "hosted" | undefined;
}

/** A client of Stardust. `Paths` types the calls by path; operation functions and workflows take a client of any `Paths`. */
export type StardustClient<Paths extends object = paths> = Client<"stardust", Paths, StardustCredentials, {}>;

/** What the workflows need of a client. */
export type StardustCaller = Pick<StardustClient, "platform" | "call" | "clock">;

/** A 64-bit id: its digits, a bigint, or a number up to 2^53. A larger number has lost digits already, and is a `ConfigError`. */
export type StardustId = string | bigint | number;
