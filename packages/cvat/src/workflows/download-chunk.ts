import { checkArgument, checkMembers } from "@labelwire/core";
import type { DownloadedFile } from "@labelwire/core";
import { jobsRetrieveData, tasksRetrieveData } from "../generated/operations.ts";
import type { CvatCaller } from "../types.ts";
import { downloadMedia } from "./download-media.ts";
import { frameRules, type DownloadFrameOptions, type FrameSource } from "./download-options.ts";
import { mediaPath } from "./media-path.ts";
import { index as chunkNumber } from "./option-rules.ts";
import { readTarget } from "./read-target.ts";

/** What {@link downloadChunk} takes. */
export type DownloadChunkOptions = DownloadFrameOptions;

/** A chunk whose download has begun. */
export interface DownloadedChunk extends DownloadedFile {
  /**
   * What the server sends to tell this chunk from a later one at its place, such as after frames were deleted: the same text, the same
   * chunk. It covers only part of the bytes. Absent where the server sends none.
   */
  readonly checksum?: string;
  /** When the chunks of the task or job last changed, as an ISO 8601 text; absent where the server does not say. */
  readonly updatedDate?: string;
}

/**
 * Begins to download one chunk: the next few dozen frames in one file, a ZIP of images or, of a video, an MP4. Far fewer requests than
 * frame by frame.
 *
 * Waits while the server prepares it. A connection that breaks is resumed, as long as it is still the same chunk.
 *
 * @param source - The task or the job, by its id.
 * @param index - The chunk's number, from 0, within the task or within the job. A task's `data_chunk_size` says how many frames are in one.
 * @returns A handle to save, stream or collect the bytes; `cancel` it if they are not wanted.
 * @throws TimeoutError when the chunk is not ready in time, DecodeError when it changes while a broken connection is resumed, and where what
 * answers is no chunk; ApiError where the server refuses, such as for a number that does not exist; ConfigError for what cannot be used, before anything is sent; the
 * signal's reason when aborted.
 *
 * @example
 * const chunk = await downloadChunk(cvat, { job: 12 }, 0, { quality: "compressed" });
 * if (chunk.checksum !== known) await chunk.save("./chunks/", { overwrite: true });
 * else chunk.cancel();
 */
export async function downloadChunk(
  client: CvatCaller,
  source: FrameSource,
  index: number,
  options: DownloadChunkOptions = {},
): Promise<DownloadedChunk> {
  const { kind, id } = readTarget(source, ["task", "job"], "source");
  checkArgument("index", index, chunkNumber);
  checkMembers("options", options, frameRules);
  const { quality = "original" } = options;
  // A job's `number` counts within the task and is deprecated.
  const [operation, place] = kind === "task" ? [tasksRetrieveData, { number: index }] : [jobsRetrieveData, { index }];
  const { file, headers } = await downloadMedia(client, {
    operation: operation.id,
    path: mediaPath(operation, id, { type: "chunk", ...place, quality }),
    what: `chunk ${index} of ${kind} ${id}`,
    stem: `${kind}-${id}-chunk-${index}`,
    options,
  });
  const checksum = headers.get("x-checksum");
  const updatedDate = headers.get("x-updated-date");
  return { ...file, ...(checksum && { checksum }), ...(updatedDate && { updatedDate }) };
}
