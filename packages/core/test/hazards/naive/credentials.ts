import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";

/** The headers for a set of credentials, by what is in it. */
export function credentialHeaders(credentials: Record<string, string>): Record<string, string> {
  const { accessToken, apiKey, token, username, password, accessKey, secretKey } = credentials;
  if (accessToken) return { Authorization: `Bearer ${accessToken}` };
  if (apiKey) return { "X-Api-Key": apiKey };
  if (token) return { Authorization: `Token ${token}` };
  if (username) return { Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}` };
  if (accessKey && secretKey)
    return { "X-Key": accessKey, "X-Sign": createHash("sha256").update(secretKey).digest("hex") };
  return {};
}
