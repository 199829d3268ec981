import { isApiError, isNetworkError, isTimeoutError } from "@labelwire/core";
import type { DetailedError } from "tus-js-client";
import { mayNetworkRecover } from "./may-network-recover.ts";
import { TusFault } from "./tus-fault.ts";

/** Why an attempt to upload a file has ended, and what helps. */
export interface TusFailure {
  readonly error: unknown;
  /**
   * `"continue"`: the server is asked where the upload stands, and it goes on from there. `"restart"`: the server knows the upload no
   * more. `"exists"`: a file of this name is there already.
   */
  readonly remedy: TusFault["remedy"] | "exists";
}

/**
 * Reads what tus-js-client rejects with.
 *
 * @param hasUpload - Whether there is an upload on the server yet.
 */
export function readTusFailure(thrown: unknown, hasUpload: boolean): TusFailure {
  if (!isDetailed(thrown)) return { error: thrown, remedy: findRemedy(thrown, hasUpload) };
  const { originalResponse, originalRequest, causingError } = thrown;
  const error: unknown = originalResponse?.getUnderlyingObject() ?? causingError ?? thrown;
  // A streamed piece cannot be sent again with a renewed credential; the look that comes before the next one renews it.
  const isStale = isApiError(error) && error.status === 401 && originalRequest.getMethod() === "PATCH";
  return { error, remedy: isStale ? "continue" : findRemedy(error, hasUpload) };
}

/** True for the errors of tus-js-client. Not `instanceof`: its classes are not loaded yet. */
function isDetailed(thrown: unknown): thrown is DetailedError {
  return thrown instanceof Error && "originalResponse" in thrown && "originalRequest" in thrown;
}

function findRemedy(error: unknown, hasUpload: boolean): TusFailure["remedy"] {
  if (error instanceof TusFault) return error.remedy;
  if (isNetworkError(error)) return mayNetworkRecover(error) ? "continue" : "none";
  if (isTimeoutError(error)) return "continue";
  if (!isApiError(error)) return "none";
  const { status } = error;
  // 409: the offset is not the server's. 423: it is still busy with the piece before.
  if (status === 409) return hasUpload ? "continue" : "exists";
  if (status >= 500 || [408, 423, 429].includes(status)) return "continue";
  // 404: it is complete, or has expired. 403: it is another user's (server 2.73).
  return hasUpload && [403, 404, 410].includes(status) ? "restart" : "none";
}
