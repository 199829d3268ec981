import type { Client, ClientOptions } from "@labelwire/core";
import type { StardustCredentials } from "../sign-request.ts";
import type { components, paths } from "./generated/schema.ts";

/**
 * A schema of the Helix set by its name.
 *
 * @example
 * type Campaign = Schema<"Campaign">;
 */
export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];

/** What `createStardustHelixClient` takes; every member is optional. */
export interface StardustHelixClientOptions extends ClientOptions<StardustCredentials> {
  /** The hosted server by its name, instead of `baseUrl`. Default: `"hosted"`, https://portal-prod.rosettalab.top/rosetta-open. */
  readonly server?: "hosted" | undefined;
}

/** A client of the Helix set. `Paths` types the calls by path; operation functions and workflows take a client of any `Paths`. */
export type StardustHelixClient<Paths extends object = paths> = Client<
  "stardust-helix",
  Paths,
  StardustCredentials,
  {}
>;

/** What the workflows need of a client. */
export type StardustHelixCaller = Pick<StardustHelixClient, "platform" | "call" | "clock">;
