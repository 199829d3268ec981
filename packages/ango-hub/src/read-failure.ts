import type { Failure } from "@labelwire/core";

/**
 * Reads Ango Hub's error out of a body: `{ status: "fail" | "error", message }`, which also comes inside HTTP 200.
 *
 * `error.statusCode` is inferred: no page documents it, but the vendor's Python SDK looks for it in the answer of the chat
 * upload.
 */
export function readFailure(body: unknown, response: Response): Failure | undefined {
  const { status, message, error, data } = membersOf(body);
  const { statusCode, message: inner } = membersOf(error);
  const sentence = [message, inner].find(isSentence);
  const failed = status === "fail" || status === "error" || typeof statusCode === "number";
  // A gateway in front of the platform answers `{ message }` alone. Inside a success that is data, not a failure.
  if (!failed && (response.ok || sentence === undefined)) return undefined;
  return {
    message: sentence ?? "a failure without a message",
    code: typeof statusCode === "number" ? statusCode : typeof status === "string" ? status : undefined,
    details: data ?? error,
  };
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return Object(value) as Record<string, unknown>; // Object() makes an object of anything
}

function isSentence(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}
