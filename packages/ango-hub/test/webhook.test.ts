import { verifyWebhookSignature } from "@labelwire/ango-hub";
import { describe, expect, test } from "vitest";

// Each computed with: printf '%s' BODY | openssl dgst -sha1 -hmac SECRET
const vectors = [
  [
    "whsec-1",
    '{"event":"task.completed","task":"507f1f77bcf86cd799439011"}',
    "39cde15be90bed68375f73fbe4d8a17c47bd0848",
  ],
  ["ключ 🔑", '{"externalId":"Ä&ñ — 猫.jpg"}', "43409f8961f17cecf850f9dc8df46e7c3f98d1bf"],
  ["whsec-1", "", "6906c1f36f0c72ab56c177944ed351a48ed4cdb7"],
] as const;

describe("a webhook's signature", () => {
  test.each(vectors)("of openssl with secret %j over %j is right", async (secret, body, signature) => {
    expect(await verifyWebhookSignature({ secret, body, signature })).toBe(true);
    expect(await verifyWebhookSignature({ secret, body: new TextEncoder().encode(body), signature })).toBe(true);
  });

  const [secret, body, signature] = vectors[0];
  test.each<[string, string | null | undefined]>([
    ["missing", null],
    ["undefined", undefined],
    ["empty", ""],
    ["of another body", vectors[2][2]],
    ["cut short", signature.slice(0, 38)],
    ["too long", `${signature}00`],
    ["with a prefix", `sha1=${signature}`],
    ["no hexadecimal", "z".repeat(40)],
  ])("%s is wrong", async (_, given) => {
    expect(await verifyWebhookSignature({ secret, body, signature: given })).toBe(false);
  });

  test("over other bytes is wrong, such as the same JSON written again", async () => {
    const again = JSON.stringify(JSON.parse(body), null, 1);
    expect(await verifyWebhookSignature({ secret, body: again, signature })).toBe(false);
  });

  test.each<[string, object]>([
    ["webhook.secret", { secret: "" }],
    ["webhook.secret", { secret: undefined }],
    ["webhook.body", { body: undefined }],
    ["webhook.sigature", { sigature: signature }],
  ])("without %s is a ConfigError", async (option, members) => {
    const work = verifyWebhookSignature({ secret, body, signature, ...members });
    await expect(work).rejects.toMatchObject({ name: "ConfigError", option });
  });
});
