// Every public name, one by one: a refreshed specification must not change them.
export { createCvatClient } from "./client.ts";
export type { CvatCredentials, CvatScope } from "./platform.ts";
export type { CvatAuth, CvatCaller, CvatClient, CvatClientOptions, Schema } from "./types.ts";
export type { CvatErrorDetails } from "./read-failure.ts";
export { readErrorDetails } from "./read-error-details.ts";

// Workflows.
export { waitForRequest, type WaitForRequestOptions } from "./workflows/wait-for-request.ts";
export {
  checkServerVersion,
  type CheckServerVersionOptions,
  type ServerVersion,
} from "./workflows/check-server-version.ts";
export { cancelRequest, type CancelRequestOptions } from "./workflows/cancel-request.ts";
export { exportDataset, type ExportDatasetOptions, type ExportDatasetTarget } from "./workflows/export-dataset.ts";
export { exportBackup, type ExportBackupOptions, type ExportBackupTarget } from "./workflows/export-backup.ts";
export type { CloudExport, ExportOptions, ExportProgress } from "./workflows/export-options.ts";
export { downloadFrame } from "./workflows/download-frame.ts";
export { downloadChunk, type DownloadChunkOptions, type DownloadedChunk } from "./workflows/download-chunk.ts";
export { downloadContextImages, type DownloadContextImagesOptions } from "./workflows/download-context-images.ts";
export { downloadPreview, type DownloadPreviewOptions, type PreviewSource } from "./workflows/download-preview.ts";
export type { DownloadFrameOptions, FrameSource, MediaDownloadOptions } from "./workflows/download-options.ts";
export { uploadTaskData, type UploadTaskDataOptions } from "./workflows/upload-task-data.ts";
export type { TaskDataOptions, ValidationParams } from "./workflows/task-data-options.ts";
export type { CloudData, RemoteData, ServerData, TaskData } from "./workflows/read-task-source.ts";
export type { DataToUpload, FileToUpload, PathToUpload } from "./workflows/file-to-upload.ts";
export type { UploadProgress, UploadSteering } from "./workflows/upload-progress.ts";
export type { ResumeOptions, UploadStore } from "./workflows/upload-store.ts";
export { createTask, type CreateTaskOptions, type CreateTaskProgress } from "./workflows/create-task.ts";
export { TaskDataError, isTaskDataError, type TaskDataFailure } from "./workflows/task-data-error.ts";
export { importAnnotations } from "./workflows/import-annotations.ts";
export type { ImportAnnotationsOptions, ImportAnnotationsTarget } from "./workflows/import-annotations.ts";
export { importDataset, type ImportDatasetOptions, type ImportDatasetTarget } from "./workflows/import-dataset.ts";
export { restoreBackup, type RestoreBackupOptions, type RestoredBackup } from "./workflows/restore-backup.ts";
export type { ImportOptions } from "./workflows/import-options.ts";
export type { CloudFile, FileToImport } from "./workflows/read-import-source.ts";
export { verifyWebhookSignature, type WebhookToVerify } from "./workflows/verify-webhook-signature.ts";
export { buildFilter, type FieldTest, type FilterCondition, type FilterValue } from "./workflows/build-filter.ts";
export type { FilteredList, FilterField } from "./workflows/filter-fields.ts";

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
