import { checkArgument } from "@labelwire/core";
import type { CvatCaller, Schema } from "../types.ts";
import { withUploadDeadline } from "./with-upload-deadline.ts";
import { id } from "./option-rules.ts";
import type { UploadSteering } from "./upload-progress.ts";
import type { ResumeOptions } from "./upload-store.ts";
import type { TaskDataOptions } from "./task-data-options.ts";
import { prepareTaskData } from "./prepare-task-data.ts";
import { sendTaskData } from "./send-task-data.ts";
import type { TaskData } from "./read-task-source.ts";

/** What a task's data becomes, and how it is uploaded. */
export interface UploadTaskDataOptions extends TaskDataOptions, UploadSteering {
  /** How many files or groups of files are sent at a time. A group takes up to 10 MB of memory, a larger file `uploadChunkBytes`, and twice that where it is sent alone. Default: 4. */
  readonly concurrency?: number | undefined;
  /** The most bytes in one request, and how much is sent again after a failure. Files up to this size and 4 MiB go in groups. Default: 10,485,760 (10 MiB). */
  readonly uploadChunkBytes?: number | undefined;
  /**
   * Notes how far each file is, so that a later call with the same task, files and store goes on where this one has ended. What was
   * sent is compared by its digest, so that only a file of the same bytes goes on. Every file is then sent on its own.
   */
  readonly resume?: ResumeOptions | undefined;
}

/**
 * Gives a task its data: files of yours, or files that the server reads by itself. Waits until the server has made frames of them.
 *
 * Small files go in groups, large ones piece by piece by CVAT's variant of TUS; a piece that fails is sent again from where the server
 * stands. Credentials, organization, retries and hooks are the client's.
 *
 * @param taskId - A task that has no data yet: data can be neither replaced nor removed.
 * @returns The finished request.
 * @throws ConfigError before anything is sent: an empty file or one over 26,843,545,600 bytes, a name given twice, a name with folders,
 * options that cannot be used. UploadError for a file that did not arrive: it says how far it came and what the task keeps. ApiError where
 * the server refuses the task or the options. JobFailedError when it could make no frames of the files. TimeoutError at the deadline while
 * bytes are sent, JobTimeoutError afterwards. DecodeError where what answers is not CVAT. The signal's reason when aborted.
 *
 * @example
 * await uploadTaskData(cvat, 7, ["./cats/1.jpg", "./cats/2.jpg"], { imageQuality: 70, onProgress: ({ fraction }) => show(fraction) });
 *
 * @example
 * await uploadTaskData(cvat, 7, { cloudStorageId: 3, files: ["cats/"] }, { sortingMethod: "natural" });
 */
export async function uploadTaskData(
  client: CvatCaller,
  taskId: number,
  data: TaskData,
  options: UploadTaskDataOptions = {},
): Promise<Schema<"Request">> {
  checkArgument("taskId", taskId, id);
  const prepared = await prepareTaskData(data, options);
  return withUploadDeadline(client, "uploadTaskData", options, (context) =>
    sendTaskData(client, { taskId, prepared, options, context }),
  );
}
