import type {
  FilterKeys,
  IsOperationRequestBodyOptional,
  MediaType,
  OkStatus,
  OperationRequestBodyContent,
  PathsWithMethod,
  RequiredKeysOf,
} from "openapi-typescript-helpers";
import type { CallOptions } from "./call-options.ts";
import type { HttpMethod } from "./http-method.ts";
import type { Result } from "./result.ts";

type ParametersOf<T> = T extends { parameters: infer Parameters }
  ? RequiredKeysOf<Parameters> extends never
    ? { params?: Parameters }
    : { params: Parameters }
  : { params?: never };

type FormDataOf<T> = T extends { requestBody?: infer Body }
  ? NonNullable<Body> extends { content: { "multipart/form-data": unknown } }
    ? FormData
    : never
  : never;

type BodyOf<T> = OperationRequestBodyContent<T> | FormDataOf<T>;

type RequestBodyOf<T> = [NonNullable<OperationRequestBodyContent<T>>] extends [never]
  ? { body?: never }
  : IsOperationRequestBodyOptional<T> extends true
    ? { body?: BodyOf<T> }
    : { body: BodyOf<T> };

type PathInit<T> = CallOptions & ParametersOf<T> & RequestBodyOf<T>;

type InitArguments<Init> = RequiredKeysOf<Init> extends never ? [init?: Init] : [init: Init];

// Not openapi-fetch's own result type: its Readable<> turns the methods of a Blob into {} (design §5).
type DataOf<T> = T extends { responses: infer Responses }
  ? [keyof Responses & OkStatus] extends [never]
    ? unknown
    : ContentOf<Responses[keyof Responses & OkStatus]>
  : unknown;

// An answer without a body has `content?: never`.
type ContentOf<Answer> = Answer extends { content: infer Content } ? FilterKeys<Content, MediaType> : undefined;

/**
 * A call by typed path, in openapi-fetch's call shape: the path, then parameters, body and options, which can be left out
 * exactly when nothing in them is required.
 */
export type PathMethod<Paths extends object, Method extends HttpMethod> = <Path extends PathsWithMethod<Paths, Method>>(
  path: Path,
  ...init: InitArguments<PathInit<FilterKeys<Paths[Path], Method>>>
) => Promise<Result<DataOf<FilterKeys<Paths[Path], Method>>>>;

/** The calls by typed path of one client, by their methods in upper case. */
export type PathMethods<Paths extends object> = {
  readonly [Method in HttpMethod as Uppercase<Method>]: PathMethod<Paths, Method>;
};
