import { verifyWebhookSignature } from "@labelwire/cvat";
import { describe, expect, test } from "vitest";

// Each computed with: printf '%s' BODY | openssl dgst -sha256 -hmac SECRET. The server writes JSON with a space after : and ,.
const vectors = [
  [
    "whsec-1",
    '{"event": "update:task", "task": {"id": 7}}',
    "4c5790a666611c849f9a94083da0142918f0a9c076c19669b1c73f551d72c108",
  ],
  ["ключ 🔑", '{"name": "Ä&ñ — 猫.jpg"}', "dde5d5681e1f442deae06c133c053c050d4be79c7224e2dca790538b19721a71"],
  ["whsec-1", "", "b67c2fe618fde5becdd0ceaab44109e1afe95c26c5ddb58f0d32866a7d7bb6b5"],
] as const;

describe("a webhook's signature", () => {
  test.each(vectors)("of openssl with secret %j over %j is right", async (secret, body, hex) => {
    const signature = `sha256=${hex}`;
    expect(await verifyWebhookSignature({ secret, body, signature })).toBe(true);
    expect(await verifyWebhookSignature({ secret, body: new TextEncoder().encode(body), signature })).toBe(true);
  });

  const [secret, body, hex] = vectors[0];
  test.each<[string, string | null | undefined]>([
    ["missing", null],
    ["undefined", undefined],
    ["empty", ""],
    ["without its prefix", hex],
    ["with another prefix", `sha1=${hex}`],
    ["of another body", `sha256=${vectors[2][2]}`],
    ["cut short", `sha256=${hex.slice(0, 62)}`],
    ["too long", `sha256=${hex}00`],
    ["no hexadecimal", `sha256=${"z".repeat(64)}`],
  ])("%s is wrong", async (_, signature) => {
    expect(await verifyWebhookSignature({ secret, body, signature })).toBe(false);
  });

  test("over other bytes is wrong, such as the same JSON written again", async () => {
    const again = JSON.stringify(JSON.parse(body));
    expect(await verifyWebhookSignature({ secret, body: again, signature: `sha256=${hex}` })).toBe(false);
  });

  test.each<[string, object]>([
    ["webhook.secret", { secret: "" }],
    ["webhook.secret", { secret: undefined }],
    ["webhook.body", { body: undefined }],
    ["webhook.sigature", { sigature: hex }],
  ])("without %s is a ConfigError", async (option, members) => {
    const work = verifyWebhookSignature({ secret, body, signature: `sha256=${hex}`, ...members });
    await expect(work).rejects.toMatchObject({ name: "ConfigError", option });
  });
});
