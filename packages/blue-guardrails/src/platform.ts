import { bearerAuth, clientScope, headerScope, type PlatformDefinition } from "@labelwire/core";
import { pathTraits } from "./generated/path-traits.ts";
import { isUuid } from "./is-uuid.ts";
import { readFailure } from "./read-failure.ts";

/** What `auth` holds: an API key, of a user, a workspace or a service account. */
export interface BlueGuardrailsCredentials {
  /** The whole key, as the platform showed it. */
  readonly apiKey: string;
}

/** What narrows a client to a workspace. */
export interface BlueGuardrailsScope {
  /** The workspace's UUID. Needed with a key of the scope `user`; left out, a key of the scope `workspace` acts in its own. */
  readonly workspace?: string | undefined;
}

/** All that sets Blue Guardrails apart from the other platforms. */
export const blueGuardrails: PlatformDefinition<"blue-guardrails", BlueGuardrailsCredentials, BlueGuardrailsScope> = {
  platform: "blue-guardrails",
  title: "Blue Guardrails",
  servers: { hosted: "https://api.blueguardrails.com" },
  auth: [bearerAuth("apiKey")],
  scope: clientScope<BlueGuardrailsScope>({
    workspace: headerScope("x-workspace-id", { isValid: isUuid, expected: "a workspace's UUID" }),
  }),
  readFailure,
  pathTraits,
};
