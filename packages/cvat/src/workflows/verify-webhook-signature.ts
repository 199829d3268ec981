import { checkMembers, verifyHmac } from "@labelwire/core";
import { text } from "./option-rules.ts";

/** A request of a webhook, as it arrived. */
export interface WebhookToVerify {
  /** The secret entered with the webhook. */
  readonly secret: string;
  /** The raw body: bytes, or the text they decode to. A body that was parsed and written again has another signature. */
  readonly body: Uint8Array | ArrayBuffer | string;
  /** The header `X-Signature-256`; a missing one is false. */
  readonly signature: string | null | undefined;
}

/**
 * True if a webhook request was signed with the secret: `X-Signature-256` is `sha256=` and the hexadecimal HMAC-SHA256 of the raw
 * body. Compared in constant time. A webhook without a secret is not signed.
 *
 * @throws ConfigError if the secret is empty, the body was parsed or a member is misspelt.
 *
 * @example
 * const body = new Uint8Array(await request.arrayBuffer());
 * const signature = request.headers.get("x-signature-256");
 * if (!(await verifyWebhookSignature({ secret, body, signature }))) return new Response(null, { status: 401 });
 */
export async function verifyWebhookSignature(webhook: WebhookToVerify): Promise<boolean> {
  checkMembers("webhook", webhook, { secret: text, body: undefined, signature: undefined }, ["secret", "body"]);
  return verifyHmac({ algorithm: "SHA-256", prefix: "sha256=", ...webhook });
}
