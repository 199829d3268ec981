// Every public name, one by one: a refreshed specification must not change them.
export { createStardustHelixClient } from "./client.ts";
export type { StardustCredentials } from "../sign-request.ts";
export type { StardustAuth } from "../types.ts";
export type { Schema, StardustHelixCaller, StardustHelixClient, StardustHelixClientOptions } from "./types.ts";
export { hasErrorCode, stardustHelixErrorCodes, type StardustHelixErrorCode } from "./error-codes.ts";

// Workflows.
export {
  waitForAnnotationRequest,
  type WaitForAnnotationRequestOptions,
} from "./workflows/wait-for-annotation-request.ts";

// What workflows take, tell and hand over.
export type { DownloadedFile, JobProgress, SaveOptions, TransferProgress, WaitOptions } from "@labelwire/core";

// Pagination.
export {
  collect,
  paginate,
  type CollectOptions,
  type Page,
  type PaginateOptions,
  type Paginator,
} from "@labelwire/core";

// Results and errors.
export {
  ApiError,
  ConfigError,
  DecodeError,
  JobFailedError,
  JobTimeoutError,
  LabelwireError,
  NetworkError,
  TimeoutError,
  UploadError,
  isApiError,
  isConfigError,
  isDecodeError,
  isJobFailedError,
  isJobTimeoutError,
  isLabelwireError,
  isNetworkError,
  isTimeoutError,
  isUploadError,
  unwrap,
  type Result,
} from "@labelwire/core";

// The rate limiter, the clock, and what options are made of.
export {
  createRateLimiter,
  systemClock,
  type AuthRequest,
  type CallOptions,
  type Clock,
  type ErrorFacts,
  type FetchInit,
  type Hooks,
  type Limiter,
  type Middleware,
  type RateLimiterOptions,
  type RequestFacts,
  type ResponseFacts,
  type RetryFacts,
  type RetryOptions,
} from "@labelwire/core";

// The run time of operation functions that `labelwire generate` writes for a server of another version.
export {
  cursorPage,
  nextLink,
  operation,
  pageNumber,
  singlePage,
  type IntegerPlaces,
  type Operation,
  type OptionalOperation,
  type OptionalPagedOperation,
  type PagedOperation,
  type PathTraits,
} from "@labelwire/core";

// What the types above are made of: a compiler that writes declarations for code of yours has to be able to name them.
export type { CallInit, Caller, Client, OperationInfo, PageStrategy, PathMethod, SharedOptions } from "@labelwire/core";
