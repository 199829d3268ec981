import type { Result } from "./result.ts";

/**
 * The data of a call, or its `ApiError` thrown.
 *
 * @example
 * const task = await unwrap(getTask(client, { params: { path: { taskId } } }));
 */
export async function unwrap<D>(result: Result<D> | PromiseLike<Result<D>>): Promise<D> {
  const { data, error } = await result;
  if (error !== undefined) throw error;
  return data;
}
