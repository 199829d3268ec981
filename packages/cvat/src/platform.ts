import {
  basicAuth,
  bearerAuth,
  browserSessionAuth,
  clientScope,
  headerScope,
  queryScope,
  sessionAuth,
  tokenAuth,
  type PlatformDefinition,
} from "@labelwire/core";
import { checkAccept } from "./check-accept.ts";
import { pathTraits } from "./generated/path-traits.ts";
import { readFailure } from "./read-failure.ts";

/**
 * What `auth` holds, in one of five ways: an access token, made on the profile page; a key of the older kind; name and password;
 * the cookies of a session, for programs; or the session of the browser that shows the page.
 */
export type CvatCredentials =
  | { readonly accessToken: string }
  | { readonly token: string }
  | { readonly username: string; readonly password: string }
  | { readonly sessionId: string; readonly csrfToken: string }
  | { readonly session: "browser" };

/** What narrows a client to an organization. */
export interface CvatScope {
  /** An organization's slug; `null` or `""` for the personal workspace; left out for everything the user can see. */
  readonly organization?: string | null | undefined;
  /** An organization's id, instead of its slug. */
  readonly organizationId?: number | undefined;
}

// Django's names for the cookies, which CVAT keeps.
const session = { sessionCookie: "sessionid", csrfCookie: "csrftoken", csrfHeader: "x-csrftoken" };

/** All that sets CVAT apart from the other platforms. */
export const cvat: PlatformDefinition<"cvat", CvatCredentials, CvatScope> = {
  platform: "cvat",
  title: "CVAT",
  servers: { hosted: "https://app.cvat.ai" },
  auth: [bearerAuth("accessToken"), tokenAuth("token"), basicAuth(), sessionAuth(session), browserSessionAuth(session)],
  scope: clientScope<CvatScope>({
    organization: headerScope("X-Organization", { emptyAllowed: true, excludes: ["organizationId"] }),
    organizationId: queryScope("org_id", {
      excludes: ["organization"],
      // The server answers 500 to what is no integer (2.73).
      isValid: (id) => /^[1-9]\d*$/.test(id),
      expected: "a whole number, 1 or more",
    }),
  }),
  // `*/*` for the few answers that are of another type.
  accept: "application/vnd.cvat+json, */*;q=0.5",
  checkRequest: ({ headers }) => checkAccept(headers.get("accept")),
  readFailure,
  pathTraits,
};
