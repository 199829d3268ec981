import { checkArgument, checkMembers, poll, waitingRules, type WaitOptions } from "@labelwire/core";
import { text } from "../../workflows/option-rules.ts";
import { readData } from "../../workflows/read-data.ts";
import { getAnnotationRequest } from "../generated/operations.ts";
import type { Schema, StardustHelixCaller } from "../types.ts";

/** What steers {@link waitForAnnotationRequest}. */
export type WaitForAnnotationRequestOptions = WaitOptions;

/** As documented; an unknown id is a status too, and not an error of the call. */
const statuses = { pending: ["PROCESSING"], succeeded: ["FINISHED"], failed: ["FAILED", "ID_NOT_EXISTS"] } as const;

/**
 * Waits until the scenes of an annotation request, made with `create_annotation_request`, have become tasks or were refused.
 *
 * @returns Which scene each task is of, and why scenes have none: refused scenes do not fail the request.
 * @throws JobFailedError when the request failed, does not exist, or has a status that this version does not know; JobTimeoutError at
 * the deadline (the request goes on); ApiError when the platform refuses to tell; the signal's reason when aborted; ConfigError for an
 * option that cannot be used.
 *
 * @example
 * await unwrap(createAnnotationRequest(helix, { body }));
 * const { successTaskMap, errorSceneIdMap } = await waitForAnnotationRequest(helix, body.annotationRequestId);
 */
export async function waitForAnnotationRequest(
  client: StardustHelixCaller,
  annotationRequestId: string,
  options: WaitForAnnotationRequestOptions = {},
): Promise<Schema<"AnnotationRequestState">> {
  checkArgument("annotationRequestId", annotationRequestId, text);
  checkMembers("options", options, waitingRules);
  const { request } = await poll({
    ...options,
    ...statuses,
    jobId: annotationRequestId,
    operation: getAnnotationRequest.id,
    clock: client.clock,
    check: async (signal) => {
      const result = await getAnnotationRequest(client, { params: { query: { annotationRequestId } }, signal });
      const request = readData({ operation: getAnnotationRequest.id, result, needed: ["status"] });
      const { status, successSchedule, errorSchedule } = request;
      const isKnown = typeof successSchedule === "number" || typeof errorSchedule === "number";
      const fraction = isKnown ? ((successSchedule ?? 0) + (errorSchedule ?? 0)) / 100 : undefined;
      return { status, fraction, details: request, request };
    },
  });
  return request;
}
