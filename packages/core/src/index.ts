// Every public name, one by one: nothing becomes public by accident. Append yours below the file it lives in.
export type { CallInit, CallOptions, CallParameters } from "./call-options.ts";
export type { Client } from "./client.ts";
export type { ClientOptions, SharedOptions } from "./client-options.ts";
export { systemClock, type Clock, type TimerOptions } from "./clock.ts";
export { createClient } from "./create-client.ts";
export { operation } from "./create-operation.ts";
export type { FetchInit } from "./fetch-init.ts";
export type { ErrorFacts, Hooks, RequestFacts, ResponseFacts, RetryFacts } from "./hooks.ts";
export type { HttpMethod } from "./http-method.ts";
export type { Limiter } from "./limiter.ts";
export type { Middleware } from "./run-middleware.ts";
export type {
  Caller,
  IntegerPlaces,
  Operation,
  OperationInfo,
  OperationTraits,
  OptionalOperation,
  OptionalPagedOperation,
  PagedOperation,
  RequestKind,
  ResponseKind,
} from "./operation.ts";
export type { PageRequest, PageStrategy } from "./page-strategy.ts";
export type {
  CursorDescription,
  MemberPath,
  NextLinkDescription,
  PageDescription,
  PageNumberDescription,
  SinglePageDescription,
} from "./page-description.ts";
export type { PathMethod } from "./path-method.ts";
export type { Failure, FailureContext, PathTraits, PlatformDefinition } from "./platform.ts";
export { exactIntegers, type IntegerCodec } from "./exact-integers.ts";
export { createRateLimiter, type RateLimiterOptions } from "./rate-limiter.ts";
export type { Result } from "./result.ts";
export type { RetryOptions } from "./retry.ts";
export { unwrap } from "./unwrap.ts";
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
} from "./errors.ts";
export { isPlainObject } from "./is-plain-object.ts";
export { checkArgument } from "./check-argument.ts";
export { checkMembers } from "./check-members.ts";
export { callingRules, steeringRules, waitingRules } from "./steering-rules.ts";
export { checkOptions, type OptionRule, type OptionRules } from "./check-options.ts";
export { collect, type CollectOptions } from "./collect.ts";
export { cursorPage, nextLink, pageNumber, singlePage } from "./page-strategies.ts";
export { paginate } from "./paginate.ts";
export type { Page, PaginateOptions, Paginator } from "./paginator.ts";
export {
  basicAuth,
  bearerAuth,
  headerAuth,
  signedAuth,
  tokenAuth,
  type AuthContext,
  type AuthHeaders,
  type AuthOption,
  type AuthRequest,
  type AuthScheme,
} from "./auth.ts";
export { browserSessionAuth, sessionAuth, type SessionNames } from "./session-auth.ts";
export {
  clientScope,
  headerScope,
  queryScope,
  type ClientScope,
  type ResolvedScope,
  type ScopeDefinition,
  type ScopeRule,
  type ScopeRuleOptions,
} from "./scope.ts";
export { verifyHmac, type VerifyHmacOptions } from "./verify-hmac.ts";
export { withoutUndefined } from "./without-undefined.ts";
export { readCount, readMember } from "./read-member.ts";
export { download } from "./download.ts";
export type { DownloadOptions, DownloadRequest, OpenDownload } from "./download-source.ts";
export type { DownloadedFile, SaveOptions } from "./downloaded-file.ts";
export type { TransferProgress } from "./transfer-progress.ts";
export { canStreamUploads, openFile } from "#node-files";
export { mapConcurrent, settleConcurrent, type ConcurrencyOptions, type MapItem } from "./map-concurrent.ts";
export { putFile, type PutFileOptions } from "./upload.ts";
export type { UploadBody } from "./upload-source.ts";
export { sleep } from "./sleep.ts";
export { untilAborted } from "./until-aborted.ts";
export { startDeadline, type Deadline } from "./deadline.ts";
export { joinSignals, type JoinedSignal } from "./join-signals.ts";
export { poll, type JobProgress, type JobState, type PollOptions, type WaitOptions } from "./poll.ts";
