import { ConfigError } from "./errors.ts";
import { isPlainObject } from "./is-plain-object.ts";
import { viewBytes } from "./view-bytes.ts";

/** What {@link verifyHmac} checks. */
export interface VerifyHmacOptions {
  readonly algorithm: "SHA-1" | "SHA-256";
  /** The secret shared with the sender. */
  readonly secret: string;
  /** The bytes as they arrived. A body that was parsed and written again has another signature. */
  readonly body: Uint8Array | ArrayBuffer | string;
  /** The signature as it arrived, in hexadecimal of either case. A missing one is false. */
  readonly signature: string | null | undefined;
  /** What the sender writes before the signature, such as `"sha256="`. Default: nothing. */
  readonly prefix?: string;
}

/**
 * True if `signature` is the HMAC of `body` under `secret`, compared in constant time.
 *
 * @throws ConfigError if `secret` is empty, because then anyone could sign, and for a body that was parsed.
 * @example
 * if (!(await verifyHmac({ algorithm: "SHA-256", secret, body: await request.bytes(), signature: request.headers.get("x-signature") }))) {
 *   return new Response(null, { status: 401 });
 * }
 */
export async function verifyHmac(options: VerifyHmacOptions): Promise<boolean> {
  const { algorithm, secret, body, signature, prefix = "" } = options;
  if (typeof secret !== "string" || secret === "") {
    throw new ConfigError({
      option: "secret",
      message:
        "secret is empty or not a string: with it any signature could be forged. Pass the secret shared with the sender.",
    });
  }
  if (isPlainObject(body) || Array.isArray(body)) {
    throw new ConfigError({
      option: "body",
      message: "body was parsed already: the signature is that of the bytes, so pass them as they arrived.",
    });
  }
  if (typeof signature !== "string" || !signature.startsWith(prefix)) return false;
  const bytes = parseHex(signature.slice(prefix.length));
  if (bytes === undefined) return false;

  const encoder = new TextEncoder();
  const hmac = { name: "HMAC", hash: algorithm };
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), hmac, false, ["verify"]);
  const signed = typeof body === "string" ? encoder.encode(body) : ArrayBuffer.isView(body) ? viewBytes(body) : body;
  // WebCrypto compares in constant time, and a signature of another length is false.
  return crypto.subtle.verify("HMAC", key, bytes, signed);
}

function parseHex(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-f]+$/i.test(text)) return undefined;
  return Uint8Array.from({ length: text.length / 2 }, (_, index) =>
    Number.parseInt(text.slice(2 * index, 2 * index + 2), 16),
  );
}
