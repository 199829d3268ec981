import { isApiError } from "@labelwire/core";
import type { BlueGuardrailsErrorDetails } from "./read-failure.ts";

/**
 * What an error says beyond its sentence, typed: each thing that the platform found wrong with a request. Empty for an error that says
 * no more, and for what is no `ApiError`.
 *
 * @example
 * for (const { path, message } of readErrorDetails(error)) form.show(path, message);
 */
export function readErrorDetails(error: unknown): BlueGuardrailsErrorDetails {
  // `details` is what `readFailure` makes, and nothing else.
  return isApiError(error) && error.details !== undefined ? (error.details as BlueGuardrailsErrorDetails) : [];
}
