import type { Result } from "./result.ts";

/**
 * The data of a call, or its `ApiError` thrown.
 *
 * @example
 * const task = await unwrap(getTask(client, { params: { path: { taskId } } }));
 */
// `Promise`, not `PromiseLike`: inference through an alias of the same name costs 7 type instantiations a call, a structural
// comparison costs 100 (bench/results).
export async function unwrap<D>(result: Result<D> | Promise<Result<D>>): Promise<D> {
  const { data, error } = await result;
  if (error) throw error;
  return data;
}
