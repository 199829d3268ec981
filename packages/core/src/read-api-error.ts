import { describeStatus } from "./describe-status.ts";
import { ApiError } from "./errors.ts";
import { excerpt } from "./excerpt.ts";
import type { PlatformDefinition } from "./platform.ts";
import { readRequestId } from "./read-request-id.ts";
import { redactJson, redactText } from "./redact.ts";
import { summarizeText } from "./summarize-text.ts";

/**
 * The `ApiError` in an answer: of every HTTP error, and of a success whose body the platform calls a failure. Undefined for a
 * real success. Any echo of the credential is blanked in it.
 */
export function readApiError(options: {
  readonly definition: Pick<PlatformDefinition<string, object, object>, "title" | "readFailure" | "requestIdHeaders">;
  readonly response: Response;
  /** The decoded body. */
  readonly body: unknown;
  readonly operation: string;
  /** What no error may echo. */
  readonly secrets: readonly string[];
  /** Milliseconds the server asked to wait. */
  readonly retryAfterMs?: number | undefined;
}): ApiError | undefined {
  const { definition, response, operation, secrets, retryAfterMs } = options;
  if (response.ok && definition.readFailure(options.body, response) === undefined) return undefined;

  const body = redactJson(options.body, secrets);
  const failure = definition.readFailure(body, response);
  const said = excerpt(failure?.message ?? (typeof body === "string" ? summarizeText(body) : ""), secrets);
  const what = `${definition.title} answered ${describeStatus(response)}${response.ok ? " with a failure" : ""} to ${operation}`;
  const hint = response.status === 401 ? " (check the credential in `auth`)" : "";
  return new ApiError({
    message: redactText(what + (said && `: ${said}`) + hint, secrets),
    operation,
    status: response.status,
    code: failure?.code,
    requestId: readRequestId(response, definition.requestIdHeaders) ?? failure?.requestId,
    details: failure?.details,
    retryAfterMs,
    body,
  });
}
