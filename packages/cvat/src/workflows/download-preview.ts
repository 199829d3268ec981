import { checkMembers, steeringRules } from "@labelwire/core";
import type { DownloadedFile } from "@labelwire/core";
import {
  cloudstoragesRetrievePreview,
  jobsRetrievePreview,
  projectsRetrievePreview,
  tasksRetrievePreview,
} from "../generated/operations.ts";
import type { CvatCaller } from "../types.ts";
import { downloadMedia } from "./download-media.ts";
import type { MediaDownloadOptions } from "./download-options.ts";
import { mediaPath } from "./media-path.ts";
import { noneIfNotFound } from "./none-if-not-found.ts";
import { readTarget } from "./read-target.ts";

/** What has a preview, by its id. */
export type PreviewSource =
  | { readonly task: number }
  | { readonly job: number }
  | { readonly project: number }
  | { readonly cloudStorage: number };

/** What {@link downloadPreview} takes. */
export type DownloadPreviewOptions = MediaDownloadOptions;

const operations = {
  task: tasksRetrievePreview,
  job: jobsRetrievePreview,
  project: projectsRetrievePreview,
  cloudStorage: cloudstoragesRetrievePreview,
};

const names = { task: "task", job: "job", project: "project", cloudStorage: "cloud-storage" };

/**
 * Begins to download the preview of a task, a job, a project or a cloud storage: a small image.
 *
 * Waits while the server prepares it.
 *
 * @param source - What to show, by its id.
 * @returns A handle to save, stream or collect the bytes; `cancel` it if they are not wanted. Undefined where there is no preview, such
 * as for a project without tasks, or for media that none can be made of. Servers before 2.67 send a placeholder picture for those.
 * @throws TimeoutError when it is not ready in time, ApiError where the server refuses; DecodeError where what answers is
 * no picture; ConfigError for what cannot be used, before
 * anything is sent; the signal's reason when aborted.
 *
 * @example
 * const preview = await downloadPreview(cvat, { project: 3 });
 * if (preview) image.src = URL.createObjectURL(await preview.blob());
 */
export async function downloadPreview(
  client: CvatCaller,
  source: PreviewSource,
  options: DownloadPreviewOptions = {},
): Promise<DownloadedFile | undefined> {
  const { kind, id } = readTarget(source, ["task", "job", "project", "cloudStorage"], "source");
  checkMembers("options", options, steeringRules);
  const operation = operations[kind];
  const downloaded = await noneIfNotFound(
    downloadMedia(client, {
      operation: operation.id,
      path: mediaPath(operation, id),
      what: `the preview of ${names[kind]} ${id}`,
      // Asks for 204 where there would be a placeholder (RFC 7240); cloud storages have none.
      ...(kind !== "cloudStorage" && { headers: { prefer: "handling=empty" } }),
      stem: `${names[kind]}-${id}-preview`,
      mayBeNone: true,
      options,
    }),
  );
  if (downloaded?.status !== 204) return downloaded?.file;
  downloaded.file.cancel();
  return undefined;
}
