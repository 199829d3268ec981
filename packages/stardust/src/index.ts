// Every public name, one by one: a refreshed specification must not change them.
export { createStardustClient } from "./client.ts";
export type { StardustCredentials } from "./sign-request.ts";
export type { Schema, StardustCaller, StardustClient, StardustClientOptions, StardustId } from "./types.ts";
export { hasErrorCode, stardustErrorCodes, type StardustErrorCode } from "./error-codes.ts";
export { isImportRecord } from "./is-import-record.ts";
export { isBox2dSlot, isTextSlot } from "./is-slot.ts";

// Workflows.
export { exportTasks, type ExportOptions, type ExportSelection } from "./workflows/export-tasks.ts";
export { buildImportLines } from "./workflows/build-import-lines.ts";
export { sendTasks, type SendReport, type TaskFile } from "./workflows/send-tasks.ts";
export { waitForBatch } from "./workflows/wait-for-batch.ts";
export { importDataset, type DatasetImport } from "./workflows/import-dataset.ts";
export { uploadDataset, type DatasetUpload, type UploadOptions } from "./workflows/upload-dataset.ts";
export { waitForDataset } from "./workflows/wait-for-dataset.ts";
export type { WaitOptions } from "./workflows/wait-options.ts";
export type { JobProgress } from "@labelwire/core";
export { parseCallback, type CallbackEvent } from "./workflows/parse-callback.ts";
export { verifyCallback, type CallbackToVerify } from "./workflows/verify-callback.ts";

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

// The rate limiter, and what options are made of.
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
export type { CallInit, Caller, Client, OperationInfo, PageStrategy } from "@labelwire/core";
