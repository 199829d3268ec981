import { basicAuth, bearerAuth, headerScope, queryScope, tokenAuth, type PlatformDefinition } from "@labelwire/core";
import { pathTraits } from "./generated/path-traits.ts";
import { readFailure } from "./read-failure.ts";

/** What `auth` holds: an access token (made on the profile page), a key of the older kind, or name and password. */
export type CvatCredentials =
  | { readonly accessToken: string }
  | { readonly token: string }
  | { readonly username: string; readonly password: string };

/** What narrows a client to an organization. */
export interface CvatScope {
  /** An organization's slug; `null` or `""` for the personal workspace; left out for everything the user can see. */
  readonly organization?: string | null | undefined;
  /** An organization's id, instead of its slug. */
  readonly organizationId?: number | undefined;
}

/** All that sets CVAT apart from the other platforms. */
export const cvat: PlatformDefinition<"cvat", CvatCredentials, CvatScope> = {
  platform: "cvat",
  title: "CVAT",
  servers: { hosted: "https://app.cvat.ai" },
  auth: [bearerAuth("accessToken"), tokenAuth("token"), basicAuth()],
  scope: {
    organization: headerScope("X-Organization", { emptyAllowed: true, excludes: ["organizationId"] }),
    organizationId: queryScope("org_id", { excludes: ["organization"] }),
  },
  readFailure,
  pathTraits,
};
