import {
  isApiError,
  isNetworkError,
  isTimeoutError,
  type ApiError,
  type NetworkError,
  type TimeoutError,
} from "@labelwire/core";
import { mayNetworkRecover } from "./may-network-recover.ts";

/** A failure of a call that may have done its work all the same. */
export type DoubtfulError = ApiError | NetworkError | TimeoutError;

/** Codes of a connection that was never made. Node says ECONNREFUSED, Bun ConnectionRefused. */
const NEVER_MADE = /refused|EAI_AGAIN|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|CONNECT_TIMEOUT/i;

/** True for a failure after which nobody knows whether the server has begun what it was told. */
export function isDoubtful(error: unknown): error is DoubtfulError {
  if (isApiError(error)) return error.status >= 500;
  if (isNetworkError(error)) return mayNetworkRecover(error) && !NEVER_MADE.test(error.code ?? "");
  return isTimeoutError(error);
}
