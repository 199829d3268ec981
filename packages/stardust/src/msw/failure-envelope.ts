import { stardustErrorCodes, type StardustErrorCode } from "../error-codes.ts";
import { failureBody, type FailureBody } from "./envelope.ts";

/**
 * The body of a business failure as the platform answers it, for `mock.fail`: so a test meets any documented code.
 *
 * @param message - What the platform says of it. Default: what {@link stardustErrorCodes} says.
 *
 * @example
 * mock.fail("create_project", { status: 200, body: failureEnvelope(5840), times: 1 });
 */
export function failureEnvelope(code: StardustErrorCode, message: string = stardustErrorCodes[code]): FailureBody {
  return failureBody(code, message);
}

/** The same as an answer: a failure inside HTTP 200, which is what a client must not take for a success. */
export function fail(code: StardustErrorCode, message?: string): Response {
  return Response.json(failureEnvelope(code, message));
}
