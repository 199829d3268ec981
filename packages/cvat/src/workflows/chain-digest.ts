import { ConfigError } from "@labelwire/core";

/**
 * The digest of a file's first n + 1 blocks, made of that of its first n and the next block. WebCrypto cannot go on with a hash it
 * has begun, so that blocks are chained.
 *
 * @param before - The digest of the blocks before; empty for none.
 * @throws ConfigError where the runtime has no WebCrypto, as on pages that did not come by https.
 */
export async function chainDigest(before: string, block: Uint8Array<ArrayBuffer>): Promise<string> {
  // Declared to be there always; on an insecure page it is not.
  const { subtle } = globalThis.crypto as { readonly subtle?: Crypto["subtle"] };
  if (subtle === undefined) {
    const message = "resume needs crypto.subtle, which browsers have on pages that came by https alone.";
    throw new ConfigError({ option: "options.resume", message });
  }
  const own = toHex(await subtle.digest("SHA-256", block));
  return toHex(await subtle.digest("SHA-256", new TextEncoder().encode(before + own)));
}

function toHex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
