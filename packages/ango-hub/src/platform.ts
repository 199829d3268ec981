import { headerAuth, type PlatformDefinition } from "@labelwire/core";
import { pathTraits } from "./generated/path-traits.ts";
import { readFailure } from "./read-failure.ts";

/** What `auth` holds: the key made in Ango Hub under Account → API. */
export interface AngoHubCredentials {
  /** Acts as the user who made it. */
  readonly apiKey: string;
}

/** All that sets Ango Hub apart from the other platforms. It has no scope: a key is a user, and organization and project are parameters. */
export const angoHub: PlatformDefinition<"ango-hub", AngoHubCredentials, {}> = {
  platform: "ango-hub",
  title: "Ango Hub",
  servers: {
    eu: "https://imeritapi.ango.ai/v2",
    us: "https://us-api.ango.ai/v2",
    india: "https://in-api.ango.ai/v2",
    test: "https://testapi.ango.ai/v2",
  },
  auth: [headerAuth({ credential: "apiKey", header: "apikey" })],
  readFailure,
  pathTraits,
};
