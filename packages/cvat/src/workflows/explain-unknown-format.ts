import { ApiError } from "@labelwire/core";
import { readErrorDetails } from "../read-error-details.ts";
import type { CvatErrorDetails } from "../read-failure.ts";
import type { CvatCaller } from "../types.ts";
import { findUnknownFormat, type FormatToFind } from "./find-unknown-format.ts";

/** A refusal that a format may be the reason of. */
export interface RefusedFormat extends FormatToFind {
  /** What the server answered. */
  readonly error: ApiError;
}

/**
 * The error to throw where the server refused an export or an import. The server says "Unknown format" (400) or that it is disabled
 * (405), not which there are: the nearest ones of its own list are added. Any other refusal is given back as it is.
 */
export async function explainUnknownFormat(client: CvatCaller, refused: RefusedFormat): Promise<ApiError> {
  const { error, format, signal } = refused;
  if (error.status !== 400 && error.status !== 405) return error;
  // The refusal says more than that the list could not be had.
  const unknown = await findUnknownFormat(client, refused).catch(() => undefined);
  signal?.throwIfAborted();
  if (unknown === undefined) return error;
  const { operation, status, code, requestId, retryAfterMs, body } = error;
  const details: CvatErrorDetails = { ...readErrorDetails(error), format, nearest: unknown.nearest };
  const message = `${error.message.replace(/\.$/, "")}. ${unknown.problem}`;
  return new ApiError({ operation, message, status, code, requestId, retryAfterMs, body, details, cause: error });
}
