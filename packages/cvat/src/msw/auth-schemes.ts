import {
  basicCredential,
  headerCredential,
  isExpected,
  type CredentialVerdict,
  type MockAuthScheme,
} from "@labelwire/core/msw";

/** The ways in which CVAT lets somebody in; any of them will do. */
export const authSchemes: readonly MockAuthScheme[] = [
  headerCredential({ credential: "accessToken", header: "authorization", prefix: "Bearer " }),
  headerCredential({ credential: "token", header: "authorization", prefix: "Token " }),
  basicCredential(),
  {
    credentials: ["session", "sessionId", "csrfToken"],
    secretHeaders: ["cookie", "x-csrftoken"],
    check: (request, expected): CredentialVerdict => {
      const sessionId = cookie(request, "sessionid");
      if (sessionId !== undefined) return isExpected({ sessionId }, expected) ? "accepted" : "refused";
      // The cookies of a browser are sent beneath `fetch`, where nobody sees them.
      const isBrowser = request.credentials === "include" && request.headers.get("authorization") === null;
      if (!isBrowser) return "missing";
      return isExpected({ session: "browser" }, expected) ? "accepted" : "refused";
    },
  },
];

/** True for a request that changes something in a session, and does not repeat the session's token: anybody's page could send it. */
export function lacksCsrfToken(request: Request): boolean {
  const token = cookie(request, "csrftoken");
  const isRead = request.method === "GET" || request.method === "HEAD";
  const isSession = request.headers.get("authorization") === null && cookie(request, "sessionid") !== undefined;
  return isSession && !isRead && (token === undefined || request.headers.get("x-csrftoken") !== token);
}

function cookie({ headers }: Request, name: string): string | undefined {
  const cookies = (headers.get("cookie") ?? "").split(/;\s*/).map((one) => one.split(/=(.*)/s, 2));
  return cookies.find(([known]) => known === name)?.[1];
}
