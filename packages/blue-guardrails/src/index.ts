// Every public name, one by one: a refreshed specification must not change them.
export { createBlueGuardrailsClient } from "./client.ts";
export type { BlueGuardrailsCredentials, BlueGuardrailsScope } from "./platform.ts";
export type {
  BlueGuardrailsAuth,
  BlueGuardrailsCaller,
  BlueGuardrailsClient,
  BlueGuardrailsClientOptions,
  Schema,
} from "./types.ts";
export type { BlueGuardrailsErrorDetails, BlueGuardrailsIssue } from "./read-failure.ts";
export { readErrorDetails } from "./read-error-details.ts";

// Workflows.
export { runExperiment, type RunExperimentOptions } from "./workflows/run-experiment.ts";
export { waitForExperiment, type WaitForExperimentOptions } from "./workflows/wait-for-experiment.ts";
export { exportLabelingProject, type ExportLabelingProjectOptions } from "./workflows/export-labeling-project.ts";
export {
  joinAnnotations,
  type AnnotationLayer,
  type JoinedAnnotation,
  type JoinedAnnotations,
  type UnmatchedAnnotations,
} from "./workflows/join-annotations.ts";

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
