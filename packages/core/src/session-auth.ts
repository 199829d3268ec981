import type { AuthHeaders, AuthScheme } from "./auth.ts";
import { configFault } from "./config-fault.ts";
import { isRead } from "./http-method.ts";

/** The names by which a platform knows a session of its web pages. */
export interface SessionNames {
  /** The cookie that holds the session, such as `"sessionid"`. */
  readonly sessionCookie: string;
  /** The cookie that holds the token against cross-site request forgery, such as `"csrftoken"`. */
  readonly csrfCookie: string;
  /** The header that has to repeat that token, such as `"x-csrftoken"`. */
  readonly csrfHeader: string;
}

/**
 * Sends `auth.sessionId` and `auth.csrfToken` as the cookies of a session, with the header that repeats the token, and `Origin` where
 * something is changed: what servers ask of a browser. For runtimes that let cookies be set, which browsers do not.
 */
export function sessionAuth(
  names: SessionNames,
): AuthScheme<{ readonly sessionId: string; readonly csrfToken: string }> {
  const { sessionCookie, csrfCookie, csrfHeader } = names;
  return {
    credentials: ["sessionId", "csrfToken"],
    headers: ({ sessionId, csrfToken }): AuthHeaders => {
      const token = cookieValue("auth.csrfToken", csrfToken);
      const cookie = `${sessionCookie}=${cookieValue("auth.sessionId", sessionId)}; ${csrfCookie}=${token}`;
      return { cookie, [csrfHeader.toLowerCase()]: token };
    },
    prepare: (request) => {
      if (!isRead(request.method)) request.headers.set("origin", new URL(request.url).origin);
      return request;
    },
  };
}

/**
 * Sends the cookies that the browser itself holds for the platform, to another origin than the page's too, with the header that
 * repeats the token of `csrfCookie`. For pages: `auth` is `{ session: "browser" }`.
 */
export function browserSessionAuth({
  csrfCookie,
  csrfHeader,
}: Pick<SessionNames, "csrfCookie" | "csrfHeader">): AuthScheme<{ readonly session: "browser" }> {
  return {
    credentials: ["session"],
    headers: ({ session }): AuthHeaders | Promise<AuthHeaders> => {
      if (session !== "browser") throw configFault("auth.session", 'must be "browser"');
      // Looked up at each attempt, because signing in changes it. Absent in Node and in workers.
      const { document } = globalThis as { readonly document?: { readonly cookie: string } };
      if (document === undefined) {
        const problem = "takes the cookies of a page in a browser; elsewhere give sessionId and csrfToken";
        // Rejected, not thrown: a page's module may be imported where it is rendered first, and calls nothing there.
        return Promise.reject(configFault("auth.session", problem));
      }
      const cookies = document.cookie.split(/;\s*/).map((cookie) => cookie.split(/=(.*)/s, 2));
      const token = cookies.find(([name]) => name === csrfCookie)?.[1];
      // Without the cookie nobody is signed in, or the page is of another origin: the server says which.
      return token ? { [csrfHeader.toLowerCase()]: token } : {};
    },
    prepare: (request) => new Request(request, { credentials: "include" }),
  };
}

function cookieValue(option: string, value: string | undefined): string {
  // RFC 6265 §4.1.1, cookie-octet.
  if (value !== undefined && /^[!#-+\--:<-[\]-~]+$/.test(value)) return value;
  throw configFault(
    option,
    "cannot be a cookie: give the value alone, without its name, quotes, spaces and semicolons",
  );
}
