import { createHmac } from "node:crypto";
import { describe, expect, expectTypeOf, test } from "vitest";
import { verifyHmac, type VerifyHmacOptions } from "./verify-hmac.ts";

const secret = "whsec-5 ü";
const body = new TextEncoder().encode('{"name":"Rex ü",\r\n "id":1}');

function sign(algorithm: "sha1" | "sha256", content: Uint8Array = body): string {
  return createHmac(algorithm, secret).update(content).digest("hex");
}

function verify(options: Partial<VerifyHmacOptions>): Promise<boolean> {
  return verifyHmac({ algorithm: "SHA-256", secret, body, signature: sign("sha256"), ...options });
}

describe("verifyHmac", () => {
  test("accepts what another implementation signed", async () => {
    const result = verify({});
    expectTypeOf(result).resolves.toEqualTypeOf<boolean>();
    expect(await result).toBe(true);
    expect(await verify({ algorithm: "SHA-1", signature: sign("sha1") })).toBe(true);
    expect(await verify({ body: new TextDecoder().decode(body) })).toBe(true);
    expect(await verify({ body: body.buffer })).toBe(true);
    expect(await verify({ body: new Uint8Array(), signature: sign("sha256", new Uint8Array()) })).toBe(true);
    expect(await verify({ signature: `sha256=${sign("sha256")}`, prefix: "sha256=" })).toBe(true);
    expect(await verify({ signature: sign("sha256").toUpperCase() })).toBe(true);
  });

  test.each<[string, Partial<VerifyHmacOptions>]>([
    ["no signature", { signature: null }],
    ["an undefined one", { signature: undefined }],
    ["an empty one", { signature: "" }],
    ["a missing prefix", { prefix: "sha256=" }],
    ["the prefix alone", { signature: "sha256=", prefix: "sha256=" }],
    ["an unexpected prefix", { signature: `sha256=${sign("sha256")}` }],
    ["one cut short", { signature: sign("sha256").slice(0, -2) }],
    ["one of odd length", { signature: sign("sha256").slice(0, -1) }],
    ["one with half a byte behind", { signature: `${sign("sha256")}0` }],
    ["one with more behind", { signature: `${sign("sha256")}00` }],
    ["one with a newline", { signature: `${sign("sha256")}\n` }],
    ["what is not hexadecimal", { signature: "z".repeat(64) }],
    ["another algorithm's", { signature: sign("sha1") }],
    ["another secret's", { secret: "other" }],
    ["that of a body written again", { body: JSON.stringify(JSON.parse(new TextDecoder().decode(body))) }],
  ])("refuses %s", async (_, options) => {
    expect(await verify(options)).toBe(false);
  });

  test("refuses one with a bit flipped, wherever it is", async () => {
    const bytes = Buffer.from(sign("sha256"), "hex");
    for (const index of bytes.keys()) {
      const flipped = Uint8Array.from(bytes, (byte, at) => (at === index ? byte ^ 1 : byte));
      expect(await verify({ signature: Buffer.from(flipped).toString("hex") })).toBe(false);
    }
  });

  test("takes any bytes: a Buffer, a view of a part, shared memory", async () => {
    const shared = new Uint8Array(new SharedArrayBuffer(body.length));
    shared.set(body);
    const part = new Uint8Array(Uint8Array.from([1, ...body, 2]).buffer, 1, body.length);
    const buffer: Buffer = Buffer.from(body);
    for (const bytes of [buffer, part, shared]) expect(await verify({ body: bytes })).toBe(true);
  });

  test.each([{ name: "Rex" }, [1]])("does not take what was parsed: %j", async (parsed) => {
    await expect(verify({ body: parsed as never })).rejects.toMatchObject({ name: "ConfigError", option: "body" });
  });

  test.each(["", undefined, null])("does not work with the secret %j", async (empty) => {
    const attempt = verifyHmac({ algorithm: "SHA-1", secret: empty as never, body, signature: "00" });
    await expect(attempt).rejects.toMatchObject({ name: "ConfigError", option: "secret" });
  });
});
