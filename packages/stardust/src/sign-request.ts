import type { AuthHeaders } from "@labelwire/core";
import { md5 } from "@noble/hashes/legacy.js";

/** What `auth` holds: the key pair that Stardust hands out on request. */
export interface StardustCredentials {
  /** The AccessKey ID; it is sent as it is. */
  readonly accessKey: string;
  /** The secret key; it is never sent, only what is signed with it. */
  readonly secretKey: string;
}

/**
 * The signature of one moment: MD5 of the time, the secret key and the access key with `&` between them, in lower-case
 * hexadecimal. Neither the path nor the body is part of it.
 *
 * MD5 is not in WebCrypto, so it comes from a library that runs wherever the client does.
 *
 * @param timestamp - Milliseconds since 1970, in digits.
 */
export function signTimestamp(timestamp: string, { accessKey, secretKey }: StardustCredentials): string {
  const digest = md5(new TextEncoder().encode(`${timestamp}&${secretKey}&${accessKey}`));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The three headers that authenticate a request sent at `now`. */
export function signRequest(credentials: StardustCredentials, { now }: { readonly now: number }): AuthHeaders {
  const timestamp = String(Math.trunc(now));
  return {
    "x-stardust-key": credentials.accessKey,
    "x-ts": timestamp,
    "x-sign": signTimestamp(timestamp, credentials),
  };
}
