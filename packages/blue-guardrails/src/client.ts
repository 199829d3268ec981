import { createClient } from "@labelwire/core";
import type { paths } from "./generated/schema.ts";
import { blueGuardrails, type BlueGuardrailsCredentials, type BlueGuardrailsScope } from "./platform.ts";
import type { BlueGuardrailsClient, BlueGuardrailsClientOptions } from "./types.ts";

/**
 * Makes a client of Blue Guardrails. Nothing is sent before the first call, so a client can be made at module scope.
 *
 * Give `Paths` to type the calls by path after another version of the server, as `labelwire generate` writes them.
 *
 * @throws ConfigError for an option that does not exist, a malformed base URL or key, or a workspace that is no UUID.
 *
 * @example
 * const guardrails = createBlueGuardrailsClient({
 *   auth: { apiKey: process.env["BLUE_GUARDRAILS_API_KEY"] },
 *   workspace: "6a1f0e0c-52a4-4a0b-9d0f-3f1a5f0f7c11",
 * });
 * const { data, error } = await guardrails.GET("/v1/experiments");
 */
export function createBlueGuardrailsClient<Paths extends object = paths>(
  options: BlueGuardrailsClientOptions = {},
): BlueGuardrailsClient<Paths> {
  return createClient<"blue-guardrails", Paths, BlueGuardrailsCredentials, BlueGuardrailsScope>(
    blueGuardrails,
    options,
  );
}
