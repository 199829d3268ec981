import type { IncomingHttpHeaders } from "node:http";
import type { Accounts, User } from "./accounts.ts";
import { refuseDetail, type Refusal } from "./refusal.ts";

/** Who calls, and how they have proved it. */
export interface Caller {
  readonly user: User | undefined;
  readonly hasAccessToken: boolean;
}

const safeMethods = ["GET", "HEAD", "OPTIONS"];

/** Finds the caller, as the platform does it: key, access token, session, name and password; the first that is there decides. */
export function authenticate(accounts: Accounts, method: string, headers: IncomingHttpHeaders): Caller {
  const [scheme = "", secret = ""] = (headers.authorization ?? "").split(" ");
  if (scheme === "Token") return { user: findUser(accounts, accounts.keys.get(secret)), hasAccessToken: false };
  if (scheme === "Bearer") return byAccessToken(accounts, method, secret);
  const cookies = new Map((headers.cookie ?? "").split("; ").map((pair) => pair.split("=") as [string, string])); // each has a "="
  const sessionId = cookies.get("sessionid");
  if (sessionId !== undefined)
    return bySession(accounts, method, { headers, sessionId, cookie: cookies.get("csrftoken") });
  if (scheme === "Basic") return byPassword(accounts, secret);
  return { user: undefined, hasAccessToken: false };
}

/** 401 names the first authenticator, whatever was tried. */
export function unauthorized(detail: string): Refusal {
  return refuseDetail(401, detail, { "www-authenticate": "Token" });
}

function byAccessToken(accounts: Accounts, method: string, secret: string): Caller {
  const token = accounts.accessTokens.find((each) => each.secret === secret);
  if (token === undefined) throw unauthorized("Invalid token.");
  if (token.isReadOnly && !safeMethods.includes(method)) {
    throw refuseDetail(403, "You do not have permission to perform this action.");
  }
  return { user: findUser(accounts, token.userId), hasAccessToken: true };
}

interface SessionProof {
  readonly headers: IncomingHttpHeaders;
  readonly sessionId: string;
  readonly cookie: string | undefined;
}

/** What changes something needs the token of the cookie in a header too, and an origin. */
function bySession(accounts: Accounts, method: string, { headers, sessionId, cookie }: SessionProof): Caller {
  const session = accounts.sessions.find((each) => each.sessionId === sessionId);
  if (session === undefined) throw unauthorized("Authentication credentials were not provided.");
  if (!safeMethods.includes(method)) {
    if (headers.origin === undefined) throw refuseDetail(403, "CSRF Failed: Referer checking failed - no Referer.");
    if (cookie !== session.csrfToken) throw refuseDetail(403, "CSRF Failed: CSRF cookie not set.");
    if (headers["x-csrftoken"] !== cookie) throw refuseDetail(403, "CSRF Failed: CSRF token missing.");
  }
  return { user: findUser(accounts, session.userId), hasAccessToken: false };
}

function byPassword(accounts: Accounts, secret: string): Caller {
  const [username, password] = Buffer.from(secret, "base64").toString().split(":");
  const user = accounts.users.find((each) => each.username === username && each.password === password);
  if (user === undefined) throw unauthorized("Invalid username/password.");
  return { user, hasAccessToken: false };
}

function findUser({ users }: Accounts, id: number | undefined): User {
  const user = users.find((each) => each.id === id);
  if (user === undefined) throw unauthorized("Invalid token.");
  return user;
}
