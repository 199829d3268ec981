import type { Failure } from "@labelwire/core";

/**
 * Reads Ango Hub's error out of a body: `{ status: "fail" | "error", message }`, which also comes inside HTTP 200.
 *
 * `error.statusCode` is inferred: no page documents it, but the vendor's Python SDK looks for it in the answer of the chat
 * upload.
 */
export function readFailure(body: unknown, response: Response): Failure | undefined {
  if (!isRecord(body)) return undefined;
  const { status, message, error, data } = body;
  const statusCode = isRecord(error) ? error["statusCode"] : undefined;
  const failed = status === "fail" || status === "error" || typeof statusCode === "number";
  const sentence = readSentence(message) ?? (isRecord(error) ? readSentence(error["message"]) : undefined);
  // A gateway in front of the platform answers `{ message }` alone. Inside a success that is data, not a failure.
  if (!failed && (response.ok || sentence === undefined)) return undefined;
  return {
    message: sentence ?? "a failure without a message",
    code: typeof statusCode === "number" ? statusCode : typeof status === "string" ? status : undefined,
    details: data ?? error,
  };
}

function readSentence(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
