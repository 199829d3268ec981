import { isApiError } from "@labelwire/core";
import type { CvatErrorDetails } from "./read-failure.ts";

/**
 * What an error says beyond its sentence, typed: messages by field, several messages, the request that runs already, or the formats that are
 * nearest to an unknown one. Empty for an
 * error that says no more, and for what is no `ApiError`.
 *
 * @example
 * const { fields = {} } = readErrorDetails(error);
 * for (const [path, messages] of Object.entries(fields)) form.show(path, messages);
 */
export function readErrorDetails(error: unknown): CvatErrorDetails {
  // `details` is what `readFailure` and `explainUnknownFormat` make, and nothing else.
  return isApiError(error) && error.details !== undefined ? (error.details as CvatErrorDetails) : {};
}
