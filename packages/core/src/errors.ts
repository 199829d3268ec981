/* eslint-disable @typescript-eslint/no-useless-constructor -- they narrow what each class is made of; nothing but types */

import { withoutUndefined } from "./without-undefined.ts";

/** The same in every copy of this package, so that a guard knows an error that another copy made. */
const brand: unique symbol = Symbol.for("labelwire.error");

type Options<E extends LabelwireError, K extends keyof E> = Pick<E, K | "message" | "operation" | "cause">;

/**
 * What every error of this library is. No error holds a credential or a request header, in its message or anywhere else.
 */
export class LabelwireError extends Error {
  /** The operationId of the call, or `"GET /path/{template}"` for a call by typed path; absent outside a call. */
  declare readonly operation?: string | undefined;

  constructor({ message, cause, ...members }: Options<LabelwireError, never>) {
    super(message, withoutUndefined({ cause }));
    // `name` starts as a getter of the prototype, because the engine writes it into `stack` before this line; own and
    // writable afterwards, as in any Error.
    const own = { value: this.name, writable: true, configurable: true };
    Object.defineProperties(this, { name: own, [brand]: own });
    Object.assign(this, withoutUndefined(members));
  }

  override get name(): string {
    return "LabelwireError";
  }

  /** What `JSON.stringify` and structured loggers see: name, message and members; neither the stack nor the cause. */
  toJSON(): object {
    return Object.assign({ name: this.name, message: this.message }, this);
  }
}

/** The platform refused the call: an HTTP error, or a business failure inside HTTP 200. */
export class ApiError extends LabelwireError {
  /** The HTTP status; 200 for a business failure that the platform reports inside a success. */
  declare readonly status: number;
  /** The platform's own code, where it has one. */
  declare readonly code?: string | number | undefined;
  /** The request's id, for the platform's support. */
  declare readonly requestId?: string | undefined;
  /** Structured particulars, such as messages by field, where the platform gives them. */
  declare readonly details?: unknown;
  /** Milliseconds the server asked to wait, where it did. */
  declare readonly retryAfterMs?: number | undefined;
  declare readonly operation: string;
  /** What the server sent: parsed JSON or text, any echo of the credential blanked. Left out of inspection and JSON. */
  declare readonly body: unknown;

  constructor({
    body,
    ...options
  }: Options<ApiError, "status" | "code" | "requestId" | "details" | "retryAfterMs" | "body">) {
    super(options);
    Object.defineProperty(this, "body", { value: body });
  }

  override get name(): string {
    return "ApiError";
  }
}

/** No answer came: the connection failed, or broke before the answer was whole. */
export class NetworkError extends LabelwireError {
  /** The system's code, such as `ECONNREFUSED`, where the runtime tells it. */
  declare readonly code?: string | undefined;
  /** How many times the request was sent. */
  declare readonly attempts?: number | undefined;

  constructor(options: Options<NetworkError, "code" | "attempts">) {
    super(options);
  }

  override get name(): string {
    return "NetworkError";
  }
}

/** A deadline passed. */
export class TimeoutError extends LabelwireError {
  /** The limit that passed, in milliseconds. */
  declare readonly timeoutMs: number;
  /** `"attempt"`: one attempt took too long. `"total"`: the call did, over all its attempts and waits. */
  declare readonly phase: "attempt" | "total";

  constructor(options: Options<TimeoutError, "timeoutMs" | "phase">) {
    super(options);
  }

  override get name(): string {
    return "TimeoutError";
  }
}

/** The answer is not what the operation answers with: another media type, broken, empty or too large. */
export class DecodeError extends LabelwireError {
  declare readonly status: number;
  /** The request's id, for the platform's support. */
  declare readonly requestId?: string | undefined;
  /** What the answer says it is, such as `text/html`; empty where it says nothing. */
  declare readonly mediaType: string;
  /** How the body begins, at most 1 kB, with anything like a secret blanked. */
  declare readonly excerpt: string;

  constructor(options: Options<DecodeError, "status" | "requestId" | "mediaType" | "excerpt">) {
    super(options);
  }

  override get name(): string {
    return "DecodeError";
  }
}

/** An option, parameter or body that cannot be used. Nothing was sent. */
export class ConfigError extends LabelwireError {
  /** What to mend, such as `auth.apiKey`, `params.path.taskId` or `baseUrl`. */
  declare readonly option: string;

  constructor(options: Options<ConfigError, "option">) {
    super(options);
  }

  override get name(): string {
    return "ConfigError";
  }
}

/** A job of the platform ended without success. */
export class JobFailedError extends LabelwireError {
  declare readonly jobId: string;
  /** The status it ended with, as the platform spells it. */
  declare readonly status: string;
  declare readonly details?: unknown;

  constructor(options: Options<JobFailedError, "jobId" | "status" | "details">) {
    super(options);
  }

  override get name(): string {
    return "JobFailedError";
  }
}

/** A job was not done when its deadline passed. It may still be running. */
export class JobTimeoutError extends LabelwireError {
  declare readonly jobId: string;
  /** The status last seen, as the platform spells it. */
  declare readonly lastStatus?: string | undefined;
  /** The limit that passed, in milliseconds. */
  declare readonly timeoutMs: number;

  constructor(options: Options<JobTimeoutError, "jobId" | "lastStatus" | "timeoutMs">) {
    super(options);
  }

  override get name(): string {
    return "JobTimeoutError";
  }
}

/** A file could not be uploaded. */
export class UploadError extends LabelwireError {
  declare readonly fileName: string;
  /** Bytes the storage had taken when the upload ended. */
  declare readonly uploadedBytes: number;

  constructor(options: Options<UploadError, "fileName" | "uploadedBytes">) {
    super(options);
  }

  override get name(): string {
    return "UploadError";
  }
}

type Guard<E> = (error: unknown) => error is E;

function guard<E>(name?: string): Guard<E> {
  return (error): error is E => {
    // Anything but null and undefined can be asked for a member, whatever it is.
    const kind = (error as Partial<Record<typeof brand, unknown>> | null | undefined)?.[brand];
    return name ? kind === name : kind !== undefined;
  };
}

export const isLabelwireError: Guard<LabelwireError> = /* @__PURE__ */ guard();
export const isApiError: Guard<ApiError> = /* @__PURE__ */ guard("ApiError");
export const isNetworkError: Guard<NetworkError> = /* @__PURE__ */ guard("NetworkError");
export const isTimeoutError: Guard<TimeoutError> = /* @__PURE__ */ guard("TimeoutError");
export const isDecodeError: Guard<DecodeError> = /* @__PURE__ */ guard("DecodeError");
export const isConfigError: Guard<ConfigError> = /* @__PURE__ */ guard("ConfigError");
export const isJobFailedError: Guard<JobFailedError> = /* @__PURE__ */ guard("JobFailedError");
export const isJobTimeoutError: Guard<JobTimeoutError> = /* @__PURE__ */ guard("JobTimeoutError");
export const isUploadError: Guard<UploadError> = /* @__PURE__ */ guard("UploadError");
