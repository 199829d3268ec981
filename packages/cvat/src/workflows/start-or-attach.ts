import type { ApiError } from "@labelwire/core";
import type { ExportOptions } from "./export-options.ts";
import type { ExportCall, ExportDestination, ExportPlan } from "./export-plan.ts";
import { findRequestId, readRequestId } from "./read-request-id.ts";

/** An export that runs. */
export interface StartedExport {
  readonly requestId: string;
  /** The refusal to start another, where an identical one was running. */
  readonly conflict?: ApiError;
}

/**
 * Starts an export, or finds the identical one that runs: the server answers a second start with 409 and the id of the first.
 *
 * @throws ApiError for every other refusal; DecodeError for an answer without an id.
 */
export async function startOrAttach(plan: ExportPlan, call: ExportCall): Promise<StartedExport> {
  const { operation, options } = plan;
  const { data, error, response } = await plan.start(destinationOf(options), call);
  if (error === undefined) return { requestId: readRequestId({ operation, data, response }) };
  const running = error.status === 409 ? findRequestId(error.body) : undefined;
  if (running !== undefined) return { requestId: running, conflict: error };
  throw (await plan.explain?.(error)) ?? error;
}

/** Always with a location: where none is sent, the target storage of the task or project decides, and nothing may be left to download. */
function destinationOf({ cloudStorageId, fileName }: ExportOptions): ExportDestination {
  return {
    ...(cloudStorageId === undefined
      ? { location: "local" }
      : { location: "cloud_storage", cloud_storage_id: cloudStorageId }),
    ...(fileName !== undefined && { filename: fileName }),
  };
}
