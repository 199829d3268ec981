import { failureBody, type FailureBody } from "../../msw/envelope.ts";
import { stardustHelixErrorCodes, type StardustHelixErrorCode } from "../error-codes.ts";

/**
 * The body of a business failure as the Helix set answers it, for `mock.fail`: so a test meets any documented code.
 *
 * @param message - What the platform says of it. Default: what {@link stardustHelixErrorCodes} says.
 *
 * @example
 * mock.fail("create_folder", { status: 200, body: failureEnvelope(54013), times: 1 });
 */
export function failureEnvelope(
  code: StardustHelixErrorCode,
  message: string = stardustHelixErrorCodes[code],
): FailureBody {
  return failureBody(code, message);
}

/** The same as an answer: a failure inside HTTP 200. */
export function fail(code: StardustHelixErrorCode, message?: string): Response {
  return Response.json(failureEnvelope(code, message));
}
