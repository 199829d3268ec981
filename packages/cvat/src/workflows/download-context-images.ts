import { checkArgument, checkMembers, steeringRules } from "@labelwire/core";
import type { DownloadedFile } from "@labelwire/core";
import { jobsRetrieveData, tasksRetrieveData } from "../generated/operations.ts";
import type { CvatCaller } from "../types.ts";
import { downloadMedia } from "./download-media.ts";
import type { FrameSource, MediaDownloadOptions } from "./download-options.ts";
import { mediaPath } from "./media-path.ts";
import { noneIfNotFound } from "./none-if-not-found.ts";
import { index } from "./option-rules.ts";
import { readTarget } from "./read-target.ts";

/** What {@link downloadContextImages} takes. */
export type DownloadContextImagesOptions = MediaDownloadOptions;

/**
 * Begins to download the context images of a frame: the pictures that were uploaded to go with it, in one ZIP.
 *
 * @param source - The task or the job, by its id.
 * @param number - The frame's number within the task, from 0; for a job as well.
 * @returns A handle to save, stream or collect the bytes; `cancel` it if they are not wanted. Undefined for a frame that has none.
 * @throws TimeoutError when they are not ready in time, ApiError where the server refuses; DecodeError where what answers is
 * no file; ConfigError for what cannot be used, before
 * anything is sent; the signal's reason when aborted.
 *
 * @example
 * const images = await downloadContextImages(cvat, { task: 7 }, 3);
 * await images?.save("./context/");
 */
export async function downloadContextImages(
  client: CvatCaller,
  source: FrameSource,
  number: number,
  options: DownloadContextImagesOptions = {},
): Promise<DownloadedFile | undefined> {
  const { kind, id } = readTarget(source, ["task", "job"], "source");
  checkArgument("number", number, index);
  checkMembers("options", options, steeringRules);
  const operation = { task: tasksRetrieveData, job: jobsRetrieveData }[kind];
  const downloaded = await noneIfNotFound(
    downloadMedia(client, {
      operation: operation.id,
      path: mediaPath(operation, id, { type: "context_image", number }),
      what: `the context images of frame ${number} of ${kind} ${id}`,
      stem: `${kind}-${id}-frame-${number}-context`,
      options,
    }),
  );
  return downloaded?.file;
}
