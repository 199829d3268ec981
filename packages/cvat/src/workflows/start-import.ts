import type { OperationInfo } from "@labelwire/core";
import type { CvatCaller } from "../types.ts";
import { findBegunImport } from "./find-begun-import.ts";
import type { ImportPlan } from "./import-file.ts";
import { isDoubtful } from "./is-doubtful.ts";
import { readRequestId } from "./read-request-id.ts";
import { toPath } from "./start-upload.ts";
import { sendingTimeoutMs } from "./upload-target.ts";

/** The call that starts an import. */
export interface ImportStart {
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: FormData;
  /** Bytes in the body. */
  readonly bytes?: number;
  readonly signal: AbortSignal;
}

/**
 * Has the server begin an import, once: a second one may import what is there twice. Where the answer is lost, the server's own list of
 * requests tells whether it has begun.
 *
 * @returns The id of the import's request.
 * @throws ApiError where the server refuses; DecodeError for an answer without an id; where the answer is lost and the import was not
 * begun, or nobody can tell, the failure that says so.
 */
export async function startImport(client: CvatCaller, plan: ImportPlan, start: ImportStart): Promise<string> {
  const { signal } = start;
  const sentMs = client.clock.now();
  try {
    return await post(client, plan, start);
  } catch (error) {
    signal.throwIfAborted();
    if (!isDoubtful(error)) throw error;
    return findBegunImport(client, { error, listed: plan.listed, sentMs, signal });
  }
}

async function post(
  client: CvatCaller,
  { target, explain, query: common }: ImportPlan,
  { query, headers, body, bytes = 0, signal }: ImportStart,
): Promise<string> {
  const { operation, path } = target;
  const info: OperationInfo = { id: operation, method: "post", path, response: "json" };
  const { data, error, response } = await client.call(info, {
    params: { path: toPath(target), query: { ...common, ...query } },
    headers,
    ...(body && { body, timeoutMs: Infinity, attemptTimeoutMs: sendingTimeoutMs(bytes) }),
    signal,
  });
  if (error !== undefined) throw (await explain?.(error, signal)) ?? error;
  return readRequestId({ operation, data, response });
}
