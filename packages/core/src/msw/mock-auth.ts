/** What a mock makes of the credential in a request: `"unknown"` where it is nobody's, `"refused"` where it proves nothing. */
export type CredentialVerdict = "accepted" | "missing" | "malformed" | "unknown" | "refused";

/** What a credential is checked against: the members of the mock's `auth` option, or nothing where any will do. */
export type ExpectedCredential = Readonly<Record<string, string | undefined>> | undefined;

/** One way to authenticate, as the mock of a platform sees it. */
export interface MockAuthScheme {
  /** The members of the mock's `auth` option that a request is compared with. */
  readonly credentials: readonly string[];
  /** Headers that carry a secret, in lower case. What the mock records and says never holds their values. */
  readonly secretHeaders: readonly string[];
  /** Judges a request. `"missing"` lets the next scheme judge; without an expected credential any well-formed one is accepted. */
  readonly check: (request: Request, expected: ExpectedCredential) => CredentialVerdict | Promise<CredentialVerdict>;
}

/**
 * A credential sent in a header, bare or after a scheme word.
 *
 * @example
 * headerCredential({ credential: "accessToken", header: "authorization", prefix: "Bearer " });
 */
export function headerCredential({
  credential,
  header,
  prefix = "",
}: {
  /** The member of the mock's `auth` option that a request must match. */
  readonly credential: string;
  readonly header: string;
  /** What stands before the credential, such as `"Bearer "`. Default: nothing. */
  readonly prefix?: string;
}): MockAuthScheme {
  return {
    credentials: [credential],
    secretHeaders: [header.toLowerCase()],
    check: ({ headers }, expected) => {
      const value = headers.get(header);
      if (value === null) return "missing";
      const sent = value.slice(prefix.length);
      // A space inside is what a scheme word before a bare key looks like.
      if (!value.toLowerCase().startsWith(prefix.toLowerCase()) || sent === "" || /\s/.test(sent)) return "malformed";
      return isExpected({ [credential]: sent }, expected) ? "accepted" : "refused";
    },
  };
}

/** A user's name and password as HTTP Basic sends them (RFC 7617), in the `Authorization` header. */
export function basicCredential(): MockAuthScheme {
  return {
    credentials: ["username", "password"],
    secretHeaders: ["authorization"],
    check: ({ headers }, expected) => {
      const value = headers.get("authorization");
      if (value === null) return "missing";
      const pair = /^basic ([\w+/=]+)$/i.exec(value)?.[1];
      const text = pair === undefined ? undefined : decode(pair);
      const colon = text?.indexOf(":") ?? -1;
      if (text === undefined || colon < 0) return "malformed";
      const sent = { username: text.slice(0, colon), password: text.slice(colon + 1) };
      return isExpected(sent, expected) ? "accepted" : "refused";
    },
  };
}

/** True for what was sent where any will do, and where the mock's `auth` option holds the same. */
export function isExpected(sent: Readonly<Record<string, string>>, expected: ExpectedCredential): boolean {
  return expected === undefined || Object.entries(sent).every(([credential, value]) => expected[credential] === value);
}

function decode(base64: string): string | undefined {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
  } catch {
    return undefined;
  }
}
