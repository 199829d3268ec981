import type { JsonObject, JsonValue } from "./json-value.ts";

/** The methods a path item can hold. */
export type HttpMethod = "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace";

/** The methods a path item can hold, in the order in which everything is written. */
export const httpMethods: readonly HttpMethod[] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

export type ParameterPlace = "path" | "query" | "header" | "cookie";

/** A parameter, with its `$ref` resolved. */
export interface Parameter {
  readonly name: string;
  readonly in: ParameterPlace;
  readonly required: boolean;
  readonly description?: string;
  readonly schema: JsonValue;
}

/** One way to write a body. */
export interface MediaType {
  /** As the specification spells it, parameters included. */
  readonly mediaType: string;
  /** Undefined where the specification does not say what the body holds. */
  readonly schema: JsonValue | undefined;
  /** The specification's own example of the body. */
  readonly example?: JsonValue;
}

export interface RequestBody {
  readonly required: boolean;
  readonly description?: string;
  readonly content: readonly MediaType[];
}

/** The answer to one status: a number, a class such as `2XX`, or `default`. */
export interface ResponseEntry {
  readonly status: string;
  readonly description?: string;
  readonly content: readonly MediaType[];
}

/** A code that a platform tells a failure by. */
export interface ErrorCode {
  readonly code: string;
  /** What the platform says of it. */
  readonly meaning?: string;
}

/** An operation with everything that belongs to it resolved: path-level parameters merged, references followed. */
export interface SpecOperation {
  readonly id: string;
  readonly method: HttpMethod;
  readonly path: string;
  /** Where it is in the specification. */
  readonly pointer: string;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated: boolean;
  /** What `x-idempotent` says; absent where the method says it. */
  readonly idempotent?: boolean;
  /** What `x-business-error-codes` lists; absent where there is none. */
  readonly errorCodes?: readonly ErrorCode[];
  /** True where the specification lets anyone call. */
  readonly anonymous: boolean;
  readonly parameters: readonly Parameter[];
  readonly body?: RequestBody;
  readonly responses: readonly ResponseEntry[];
}

/** A specification that passed validation, and the operations it describes. */
export interface Specification {
  readonly document: JsonObject;
  readonly operations: readonly SpecOperation[];
  /** The component schemas by name. */
  readonly schemas: JsonObject;
}
