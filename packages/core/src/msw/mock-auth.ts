/** What a mock makes of the credential in a request. */
export type CredentialVerdict = "accepted" | "missing" | "malformed" | "refused";

/** What a credential is checked against: the members of the mock's `auth` option, or nothing where any will do. */
export type ExpectedCredential = Readonly<Record<string, string | undefined>> | undefined;

/** One way to authenticate, as the mock of a platform sees it. */
export interface MockAuthScheme {
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
    secretHeaders: [header.toLowerCase()],
    check: ({ headers }, expected) => {
      const value = headers.get(header);
      if (value === null) return "missing";
      const sent = value.slice(prefix.length);
      // A space inside is what a scheme word before a bare key looks like.
      if (!value.toLowerCase().startsWith(prefix.toLowerCase()) || sent === "" || /\s/.test(sent)) return "malformed";
      const wanted = expected?.[credential];
      return wanted === undefined || wanted === sent ? "accepted" : "refused";
    },
  };
}
