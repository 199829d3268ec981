import type { MockAuthScheme } from "@labelwire/core/msw";
import { signTimestamp } from "../sign-request.ts";

/**
 * The three headers of a signed request. Without an expected key pair any that are well formed are accepted; with one, the signature
 * must be that of the pair and the time that was sent. How old it is does not count, so that a test may stop its clock.
 */
export const signatureCredential: MockAuthScheme = {
  credentials: ["accessKey", "secretKey"],
  secretHeaders: ["x-stardust-key", "x-sign"],
  check: ({ headers }, expected) => {
    const [key, timestamp, signature] = ["x-stardust-key", "x-ts", "x-sign"].map((name) => headers.get(name));
    if (key === null && signature === null) return "missing";
    if (!key || !/^\d{1,16}$/.test(timestamp ?? "") || !/^[0-9a-f]{32}$/.test(signature ?? "")) return "malformed";
    if (expected === undefined) return "accepted";
    const { accessKey = "", secretKey = "" } = expected;
    if (key !== accessKey) return "unknown";
    return signature === signTimestamp(timestamp ?? "", { accessKey, secretKey }) ? "accepted" : "refused";
  },
};
