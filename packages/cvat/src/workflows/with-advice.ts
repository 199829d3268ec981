import { ApiError, isApiError, isNetworkError, NetworkError, TimeoutError } from "@labelwire/core";
import type { DoubtfulError } from "./is-doubtful.ts";

/** An error of the same kind that says what it means here and what to do, with the error itself as its cause. */
export function withAdvice(cause: DoubtfulError, advice: string): DoubtfulError {
  const message = `${cause.message.replace(/\.$/, "")}. ${advice}`;
  if (isApiError(cause)) {
    const { operation, status, code, requestId, details, retryAfterMs, body } = cause;
    return new ApiError({ operation, status, code, requestId, details, retryAfterMs, body, message, cause });
  }
  const { operation } = cause;
  if (isNetworkError(cause)) {
    const { code, attempts } = cause;
    return new NetworkError({ operation, code, attempts, message, cause });
  }
  const { timeoutMs, phase } = cause;
  return new TimeoutError({ operation, timeoutMs, phase, message, cause });
}
