import type { CallInit } from "./call-options.ts";
import type { HttpMethod } from "./http-method.ts";
import type { PageStrategy } from "./page-strategy.ts";
import type { Result } from "./result.ts";

/** How the body of a success is decoded: parsed JSON, a string, a `Blob`, or nothing at all. */
export type ResponseKind = "json" | "text" | "blob" | "none";

/**
 * How a request body given as a plain object is encoded. Bytes, `Blob`, streams and `FormData` are sent as they are. A media type,
 * such as `"application/zip"`, is that of an operation which takes bytes: theirs where they do not say one themselves.
 */
export type RequestKind = "json" | "multipart" | "form" | `${string}/${string}`;

/**
 * Where an operation has 64-bit integers, as JSON pointers in which `*` stands for every item of a list and every member of an
 * object. Only a platform whose definition has `exactIntegers` looks at it.
 */
export interface IntegerPlaces {
  /** Below `/path`, `/query`, `/header` and `/body`. */
  readonly sent?: readonly string[];
  /** In the body of a success. */
  readonly answered?: readonly string[];
}

/** What the specification says of an operation beyond its path and its answer. */
export interface OperationTraits {
  /** How a plain object given as `body` is encoded. Default: `"json"`. */
  readonly request?: RequestKind;
  /** What the specification says of repeating a call (`x-idempotent`), such as true for a read by POST. Default: what the method says. */
  readonly idempotent?: boolean;
  /** Where it has 64-bit integers. Default: nowhere. */
  readonly integers?: IntegerPlaces;
  /**
   * True where the specification has successes with JSON and others without a body: an empty body is `undefined` then, whatever its
   * status, because servers mix them up. Default: an empty body is a `DecodeError`, but for 204 and 205.
   */
  readonly mayBeEmpty?: boolean;
  /** How the list is paged; absent where the operation is not a list. */
  readonly page?: PageStrategy;
}

/** What the run time knows of one operation. */
export interface OperationInfo extends OperationTraits {
  /** The operationId of the specification. */
  readonly id: string;
  /** In lower case, as OpenAPI has it. */
  readonly method: HttpMethod;
  /** The path template, such as `/project/{projectId}/tasks`. */
  readonly path: string;
  /** How the body of a success is decoded. */
  readonly response: ResponseKind;
}

/** A client that can run the operations of platform `P`. */
export interface Caller<P extends string> {
  /** The platform's name, such as `"acme"`; it keeps one platform's operations off another's client. */
  readonly platform: P;
  /** Runs one operation. Operation functions are the typed way to call it. */
  call(operation: OperationInfo, init?: CallInit): Promise<Result<never>>;
}

/** An operation function whose `init` has required members. */
export interface Operation<P extends string, I, D> extends OperationInfo {
  /** Sends the request. Resolves with `data` or `error`; rejects for faults of network, time, decoding and configuration. */
  (client: Caller<P>, init: I): Promise<Result<D>>;
}

/** An operation function that can be called with the client alone. */
export interface OptionalOperation<P extends string, I, D> extends OperationInfo {
  /** Sends the request. Resolves with `data` or `error`; rejects for faults of network, time, decoding and configuration. */
  (client: Caller<P>, init?: I): Promise<Result<D>>;
}

declare const item: unique symbol;

/** An operation function that answers with a page of `T`; `paginate` takes it. */
export interface PagedOperation<P extends string, I, D, T> extends Operation<P, I, D> {
  readonly page: PageStrategy;
  /** Carries the item type for inference; nothing at run time. */
  readonly [item]?: T;
}

/** A {@link PagedOperation} that can be called with the client alone. */
export interface OptionalPagedOperation<P extends string, I, D, T> extends OptionalOperation<P, I, D> {
  readonly page: PageStrategy;
  /** Carries the item type for inference; nothing at run time. */
  readonly [item]?: T;
}
