import { withoutUndefined } from "./without-undefined.ts";

/** The same in every copy of this package, so that a guard knows an error that another copy made. */
const brand: unique symbol = Symbol.for("labelwire.error");

/** What an error of type `E` is made of: its message, and its members in `K`. */
type Options<E extends LabelwireError, K extends keyof E> = Pick<E, K | "message" | "operation" | "cause">;

interface ErrorClass<E extends LabelwireError, K extends keyof E> {
  new (options: Options<E, K>): E;
  readonly prototype: E;
}

/**
 * What every error of this library is. No error holds a credential or a request header, in its message or anywhere else.
 */
export class LabelwireError extends Error {
  /** The operationId of the call, or `"GET /path/{template}"` for a call by typed path; absent outside a call. */
  declare readonly operation?: string | undefined;
  /** What failed afterwards, while this error was dealt with, and may have left something undone. This error says why the work ended. */
  declare readonly suppressed?: LabelwireError | undefined;

  static {
    nameClass(this, "LabelwireError");
  }

  constructor(options: Options<LabelwireError, never> & { readonly body?: unknown }) {
    const { message, cause, ...members } = options;
    super(message, withoutUndefined({ cause }));
    Object.assign(this, withoutUndefined(members));
    // For code alone: neither inspection nor JSON shows what is not enumerable.
    Object.defineProperty(this, "body", { enumerable: false });
  }

  /** What `JSON.stringify` and structured loggers see: name, message and members; neither the stack nor the cause. */
  toJSON(): object {
    return Object.assign({ name: this.name, message: this.message }, this);
  }
}

/** Names a class where its errors look: the engine writes the name into `stack` before a constructor could set it. */
function nameClass({ prototype }: { readonly prototype: LabelwireError }, name: string): void {
  Object.assign(prototype, { name, [brand]: name });
}

function errorClass<E extends LabelwireError, K extends keyof E>(name: string): ErrorClass<E, K> {
  class Named extends LabelwireError {
    // Inspection shows it beside another name of the error.
    static override readonly name = name;
  }
  nameClass(Named, name);
  // Its errors have the members of `E` that are in `K`, because they are made of them.
  return Named as never;
}

/** The platform refused the call: an HTTP error, or a business failure inside HTTP 200. */
export interface ApiError extends LabelwireError {
  /** The HTTP status; 200 for a business failure that the platform reports inside a success. */
  readonly status: number;
  /** The platform's own code, where it has one. */
  readonly code?: string | number | undefined;
  /** The request's id, for the platform's support. */
  readonly requestId?: string | undefined;
  /** Structured particulars, such as messages by field, where the platform gives them. */
  readonly details?: unknown;
  /** Milliseconds the server asked to wait, where it did. */
  readonly retryAfterMs?: number | undefined;
  readonly operation: string;
  /** What the server sent: parsed JSON or text, any echo of the credential blanked. Left out of inspection and JSON. */
  readonly body: unknown;
}
/** Makes an {@link ApiError}. */
export const ApiError: ErrorClass<ApiError, "status" | "code" | "requestId" | "details" | "retryAfterMs" | "body"> =
  /* @__PURE__ */ errorClass("ApiError");

/** No answer came: the connection failed, or broke before the answer was whole. */
export interface NetworkError extends LabelwireError {
  /** The system's code, such as `ECONNREFUSED`, where the runtime tells it. */
  readonly code?: string | undefined;
  /** How many times the request was sent. */
  readonly attempts?: number | undefined;
}
/** Makes a {@link NetworkError}. */
export const NetworkError: ErrorClass<NetworkError, "code" | "attempts"> = /* @__PURE__ */ errorClass("NetworkError");

/** A deadline passed. */
export interface TimeoutError extends LabelwireError {
  /** The limit that passed, in milliseconds. */
  readonly timeoutMs: number;
  /** `"attempt"`: one attempt took too long. `"total"`: the call did, over all its attempts and waits. */
  readonly phase: "attempt" | "total";
}
/** Makes a {@link TimeoutError}. */
export const TimeoutError: ErrorClass<TimeoutError, "timeoutMs" | "phase"> = /* @__PURE__ */ errorClass("TimeoutError");

/** The answer is not what the operation answers with: another media type, broken, empty or too large. */
export interface DecodeError extends LabelwireError {
  readonly status: number;
  /** The request's id, for the platform's support. */
  readonly requestId?: string | undefined;
  /** What the answer says it is, such as `text/html`; empty where it says nothing. */
  readonly mediaType: string;
  /** How the body begins, at most 1 kB, with anything like a secret blanked. */
  readonly excerpt: string;
}
/** Makes a {@link DecodeError}. */
export const DecodeError: ErrorClass<DecodeError, "status" | "requestId" | "mediaType" | "excerpt"> =
  /* @__PURE__ */ errorClass("DecodeError");

/** An option, parameter or body that cannot be used. Nothing was sent. */
export interface ConfigError extends LabelwireError {
  /** What to mend, such as `auth.apiKey`, `params.path.taskId` or `baseUrl`. */
  readonly option: string;
}
/** Makes a {@link ConfigError}. */
export const ConfigError: ErrorClass<ConfigError, "option"> = /* @__PURE__ */ errorClass("ConfigError");

/** A job of the platform ended without success. */
export interface JobFailedError extends LabelwireError {
  readonly jobId: string;
  /** The status it ended with, as the platform spells it. */
  readonly status: string;
  readonly details?: unknown;
}
/** Makes a {@link JobFailedError}. */
export const JobFailedError: ErrorClass<JobFailedError, "jobId" | "status" | "details"> =
  /* @__PURE__ */ errorClass("JobFailedError");

/** A job was not done when its deadline passed. It may still be running. */
export interface JobTimeoutError extends LabelwireError {
  readonly jobId: string;
  /** The status last seen, as the platform spells it. */
  readonly lastStatus?: string | undefined;
  /** The limit that passed, in milliseconds. */
  readonly timeoutMs: number;
}
/** Makes a {@link JobTimeoutError}. */
export const JobTimeoutError: ErrorClass<JobTimeoutError, "jobId" | "lastStatus" | "timeoutMs"> =
  /* @__PURE__ */ errorClass("JobTimeoutError");

/** A file could not be uploaded. */
export interface UploadError extends LabelwireError {
  readonly fileName: string;
  /** Bytes the storage had taken when the upload ended. */
  readonly uploadedBytes: number;
}
/** Makes an {@link UploadError}. */
export const UploadError: ErrorClass<UploadError, "fileName" | "uploadedBytes"> =
  /* @__PURE__ */ errorClass("UploadError");

type Guard<E> = (error: unknown) => error is E;

function guard<E>(name?: string): Guard<E> {
  return (error): error is E => {
    // Anything but null and undefined can be asked for a member, whatever it is.
    const kind = (error as Partial<Record<typeof brand, unknown>> | null | undefined)?.[brand];
    return name ? kind === name : kind !== undefined;
  };
}

/** True for any error of this library, of any copy of this package. */
export const isLabelwireError: Guard<LabelwireError> = /* @__PURE__ */ guard();
/** True for an {@link ApiError}, of any copy of this package. */
export const isApiError: Guard<ApiError> = /* @__PURE__ */ guard("ApiError");
/** True for a {@link NetworkError}, of any copy of this package. */
export const isNetworkError: Guard<NetworkError> = /* @__PURE__ */ guard("NetworkError");
/** True for a {@link TimeoutError}, of any copy of this package. */
export const isTimeoutError: Guard<TimeoutError> = /* @__PURE__ */ guard("TimeoutError");
/** True for a {@link DecodeError}, of any copy of this package. */
export const isDecodeError: Guard<DecodeError> = /* @__PURE__ */ guard("DecodeError");
/** True for a {@link ConfigError}, of any copy of this package. */
export const isConfigError: Guard<ConfigError> = /* @__PURE__ */ guard("ConfigError");
/** True for a {@link JobFailedError}, of any copy of this package. */
export const isJobFailedError: Guard<JobFailedError> = /* @__PURE__ */ guard("JobFailedError");
/** True for a {@link JobTimeoutError}, of any copy of this package. */
export const isJobTimeoutError: Guard<JobTimeoutError> = /* @__PURE__ */ guard("JobTimeoutError");
/** True for an {@link UploadError}, of any copy of this package. */
export const isUploadError: Guard<UploadError> = /* @__PURE__ */ guard("UploadError");
