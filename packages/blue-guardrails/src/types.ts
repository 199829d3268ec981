import type { AuthOption, Client, ClientOptions } from "@labelwire/core";
import type { components, paths } from "./generated/schema.ts";
import type { BlueGuardrailsCredentials, BlueGuardrailsScope } from "./platform.ts";

/**
 * A schema of the platform by its name.
 *
 * @example
 * type Annotation = Schema<"LabelingAnnotation">;
 */
export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];

/** What `auth` takes: the key, which may be undefined as those of `process.env` are, or a function that returns it. */
export type BlueGuardrailsAuth = AuthOption<BlueGuardrailsCredentials>;

/** What `createBlueGuardrailsClient` takes; every member is optional. */
export interface BlueGuardrailsClientOptions extends ClientOptions<BlueGuardrailsCredentials>, BlueGuardrailsScope {
  /** The hosted server by its name, instead of `baseUrl`. Default: `"hosted"`, https://api.blueguardrails.com. */
  readonly server?: "hosted" | undefined;
}

/** A client of Blue Guardrails. `Paths` types the calls by path; operation functions and workflows take a client of any `Paths`. */
export type BlueGuardrailsClient<Paths extends object = paths> = Client<
  "blue-guardrails",
  Paths,
  BlueGuardrailsCredentials,
  BlueGuardrailsScope
>;

/** What the workflows need of a client. */
export type BlueGuardrailsCaller = Pick<BlueGuardrailsClient, "platform" | "call" | "clock">;
