import type { CallInit } from "./call-options.ts";
import type { HttpMethod } from "./http-method.ts";
import type {
  Caller,
  OperationInfo,
  OperationTraits,
  OptionalOperation,
  OptionalPagedOperation,
  ResponseKind,
} from "./operation.ts";
import type { PageStrategy } from "./page-strategy.ts";
import type { Result } from "./result.ts";

/**
 * Makes an operation function. Generated code calls it and states the exact type; it has no side effect, so a bundler drops
 * the operations that nobody calls.
 *
 * @param id - The operationId.
 * @param path - The path template, such as `/project/{projectId}/tasks`.
 * @param response - How the body of a success is decoded.
 */
export function operation<P extends string, I extends CallInit, D, T>(
  id: string,
  method: HttpMethod,
  path: string,
  response: ResponseKind,
  traits: OperationTraits & { readonly page: PageStrategy },
): OptionalPagedOperation<P, I, D, T>;
export function operation<P extends string, I extends CallInit, D>(
  id: string,
  method: HttpMethod,
  path: string,
  response: ResponseKind,
  traits?: OperationTraits,
): OptionalOperation<P, I, D>;
export function operation<P extends string, I extends CallInit, D>(
  id: string,
  method: HttpMethod,
  path: string,
  response: ResponseKind,
  traits?: OperationTraits,
): OptionalOperation<P, I, D> {
  const info: OperationInfo = { ...traits, id, method, path, response };
  return Object.assign((client: Caller<P>, init?: I): Promise<Result<D>> => client.call(info, init), info);
}
