import type { AnsweredCall } from "./decode-body.ts";
import type { CallState } from "./call-state.ts";
import { describeStatus } from "./describe-status.ts";
import { ApiError } from "./errors.ts";
import { excerpt } from "./excerpt.ts";
import { readRequestId } from "./read-request-id.ts";
import { redactJson, redactText } from "./redact.ts";
import { readRetryAfter } from "./retry-delay.ts";
import { summarizeText } from "./summarize-text.ts";

/**
 * The `ApiError` in an answer: of every HTTP error, and of a success whose body the platform calls a failure. Undefined for a
 * real success. Any echo of the credential is blanked in it.
 */
export function readApiError(
  call: AnsweredCall & Pick<CallState, "clock">,
  response: Response,
  received: unknown,
): ApiError | undefined {
  const { definition, operation, clock } = call;
  const { ok, status, headers } = response;
  const { title, readFailure, requestIdHeaders } = definition;
  const now = clock.now();
  if (ok && !readFailure(received, response, { now })) return undefined;

  const secrets = call.secrets();
  const body = redactJson(received, secrets);
  const failure = readFailure(body, response, { now });
  const said = excerpt(failure?.message ?? (typeof body === "string" ? summarizeText(body) : ""), secrets);
  const what = `${title} answered ${describeStatus(response)}${ok ? " with a failure" : ""} to ${operation}`;
  const hint = status === 401 ? " (check the credential in `auth`)" : "";
  return new ApiError({
    message: redactText(what + (said && `: ${said}`) + hint, secrets),
    operation,
    status,
    code: failure?.code,
    requestId: readRequestId(response, requestIdHeaders) ?? failure?.requestId,
    details: failure?.details,
    retryAfterMs: readRetryAfter(headers, now),
    body,
  });
}
