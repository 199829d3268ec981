// Every public name, one by one: a refreshed specification must not change them.
export { createAngoHubClient } from "./client.ts";
export type { AngoHubCredentials } from "./platform.ts";
export type {
  AngoHubAuth,
  AngoHubCaller,
  AngoHubClient,
  AngoHubClientOptions,
  AngoHubServer,
  Schema,
} from "./types.ts";

// Workflows.
export type { ProjectTarget } from "./workflows/project-target.ts";
export { uploadFiles, type UploadFilesOptions } from "./workflows/upload-files.ts";
export type { AssetFields, DataToUpload, FileToUpload, PathToUpload } from "./workflows/file-to-upload.ts";
export type {
  FailedFile,
  ImportedFile,
  NotImportedFile,
  StoredFile,
  UploadFilesReport,
  UploadProgress,
} from "./workflows/upload-report.ts";
export { exportTasks, type ExportTasksOptions } from "./workflows/export-tasks.ts";
export { importAttachments, type AttachmentToImport } from "./workflows/import-attachments.ts";
export type { ImportAttachmentsOptions, ImportAttachmentsReport } from "./workflows/import-attachments.ts";
export { importLabels, type LabelToImport } from "./workflows/import-labels.ts";
export type { ImportLabelsOptions, ImportLabelsReport } from "./workflows/import-labels.ts";
export type { ImportOptions } from "./workflows/import-options.ts";
export type { ImportFailure, ImportProgress, ImportReport } from "./workflows/import-report.ts";
export type { DateRange } from "./workflows/encode-date-range.ts";
export type { ExportSelection } from "./workflows/encode-export-query.ts";
export { verifyWebhookSignature } from "./workflows/verify-webhook-signature.ts";
export type { WebhookToVerify } from "./workflows/verify-webhook-signature.ts";

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
