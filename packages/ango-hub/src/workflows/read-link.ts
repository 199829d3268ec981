import { DecodeError, readMember, type MemberPath } from "@labelwire/core";

interface LinkToRead {
  /** The operation that answered with the link. */
  readonly operation: string;
  readonly response: Response;
  readonly body: unknown;
  /** Where in the body the link is. */
  readonly path: MemberPath;
  readonly baseUrl: string;
}

/**
 * The link to a file out of an answer. Whatever an answer may hold, what comes out is an http or https URL without a user name,
 * and no plain http where the platform itself is on https; `client.fetch` then decides by its origin who is told the key.
 *
 * @throws DecodeError for anything else. It does not show the link: a signed one is a credential.
 */
export function readLink({ operation, response, body, path, baseUrl }: LinkToRead): URL {
  const link = readMember(body, path);
  const fail = (fault: string): DecodeError =>
    new DecodeError({
      operation,
      message: `Ango Hub answered ${operation} with ${fault} at ${path.join(".")}, which is not followed`,
      status: response.status,
      requestId: response.headers.get("x-request-id") ?? undefined,
      mediaType: response.headers.get("content-type") ?? "",
      excerpt: "",
    });
  if (typeof link !== "string" || link === "") throw fail("no link");
  const base = new URL(`${baseUrl}/`);
  if (!URL.canParse(link, base)) throw fail("a link that is no URL");
  const url = new URL(link, base);
  if (!/^https?:$/.test(url.protocol)) throw fail(`a link of the scheme ${url.protocol.slice(0, 20)}`);
  if (url.username !== "" || url.password !== "") throw fail("a link with a user name");
  // A platform behind a TLS proxy may not know its own scheme; anyone else would be talked to in the clear.
  const isOwnHost = url.hostname === base.hostname && url.port === "";
  if (base.protocol === "https:" && url.protocol === "http:") {
    if (!isOwnHost) throw fail("an unencrypted link");
    url.protocol = base.protocol;
  }
  return url;
}
