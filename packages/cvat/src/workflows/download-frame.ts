import { checkArgument, checkMembers } from "@labelwire/core";
import type { DownloadedFile } from "@labelwire/core";
import { jobsRetrieveData, tasksRetrieveData } from "../generated/operations.ts";
import type { CvatCaller } from "../types.ts";
import { downloadMedia } from "./download-media.ts";
import { frameRules, type DownloadFrameOptions, type FrameSource } from "./download-options.ts";
import { mediaPath } from "./media-path.ts";
import { index } from "./option-rules.ts";
import { readTarget } from "./read-target.ts";

/**
 * Begins to download one frame: an image, of a video too.
 *
 * Waits while the server prepares it. The file is named after what it is, such as `task-7-frame-3.jpg`.
 *
 * @param source - The task or the job, by its id.
 * @param number - The frame's number within the task, from 0; for a job as well.
 * @returns A handle to save, stream or collect the bytes; `cancel` it if they are not wanted.
 * @throws TimeoutError when the frame is not ready in time, ApiError where the server refuses, such as for a number that does not
 * exist; DecodeError where what answers is no picture; ConfigError for what cannot be used, before anything is sent; the signal's reason when aborted.
 *
 * @example
 * const frame = await downloadFrame(cvat, { task: 7 }, 3);
 * await frame.save("./frames/");
 */
export async function downloadFrame(
  client: CvatCaller,
  source: FrameSource,
  number: number,
  options: DownloadFrameOptions = {},
): Promise<DownloadedFile> {
  const { kind, id } = readTarget(source, ["task", "job"], "source");
  checkArgument("number", number, index);
  checkMembers("options", options, frameRules);
  const { quality = "original" } = options;
  const operation = { task: tasksRetrieveData, job: jobsRetrieveData }[kind];
  const { file } = await downloadMedia(client, {
    operation: operation.id,
    path: mediaPath(operation, id, { type: "frame", number, quality }),
    what: `frame ${number} of ${kind} ${id}`,
    stem: `${kind}-${id}-frame-${number}`,
    options,
  });
  return file;
}
