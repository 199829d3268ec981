import type { AuthOption, Client, ClientOptions } from "@labelwire/core";
import type { components, paths } from "./generated/schema.ts";
import type { AngoHubCredentials } from "./platform.ts";

/**
 * A schema of the platform by its name.
 *
 * @example
 * type Task = Schema<"LabelTask">;
 */
export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];

/** What `auth` takes: the key, which may be undefined as those of `process.env` are, or a function that returns it. */
export type AngoHubAuth = AuthOption<AngoHubCredentials>;

/** A hosted server: production in Europe, in the United States or in India, or the test server. */
export type AngoHubServer = "eu" | "us" | "india" | "test";

/** What `createAngoHubClient` takes; every member is optional. */
export interface AngoHubClientOptions extends ClientOptions<AngoHubCredentials> {
  /** A hosted server by its name, instead of `baseUrl`. Default: `"eu"`, https://imeritapi.ango.ai/v2. */
  readonly server?: AngoHubServer | undefined;
}

/** A client of Ango Hub. `Paths` types the calls by path; operation functions and workflows take a client of any `Paths`. */
export type AngoHubClient<Paths extends object = paths> = Client<"ango-hub", Paths, AngoHubCredentials, {}>;

/** What the workflows need of a client. */
export type AngoHubCaller = Pick<AngoHubClient, "platform" | "call" | "fetch" | "baseUrl" | "clock">;
