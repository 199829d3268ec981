import type { Failure, FailureContext } from "@labelwire/core";
import { describeSkew } from "./describe-skew.ts";

// The generic set answers 200 for a success, the Helix set 2000.
const successCodes: readonly unknown[] = [200, 2000];

/**
 * Reads the failure out of an envelope, which also comes inside HTTP 200: `success: false`, or a code that means none.
 *
 * A gateway in front of the platform may answer without an envelope; then there is nothing to read but its message.
 */
export function readFailure(body: unknown, response: Response, { now }: FailureContext): Failure | undefined {
  const { code: sent, message, requestId, success, data } = membersOf(body);
  const code = typeof sent === "string" && /^\d+$/.test(sent) ? Number(sent) : sent;
  const isEnvelope = typeof success === "boolean" || typeof code === "number";
  const failed = success === false || (typeof code === "number" && !successCodes.includes(code));
  if (response.ok ? !failed : !isEnvelope && !isSentence(message)) return undefined;
  const said = isSentence(message) ? message.trim() : "a failure without a message";
  const isExpired = code === 403 || (/signature/i.test(said) && /expire|old/i.test(said));
  return {
    message: isExpired ? `${said}${/[.!?]$/.test(said) ? "" : "."} ${describeSkew(response, now)}` : said,
    code: typeof code === "number" || typeof code === "string" ? code : undefined,
    details: data ?? undefined,
    requestId: isSentence(requestId) ? requestId : undefined,
  };
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return Object(value) as Record<string, unknown>; // Object() makes an object of anything
}

function isSentence(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}
