import { isJobFailedError } from "@labelwire/core";
import type { CvatCaller, Schema } from "../types.ts";
import { defaultChunkBytes } from "./default-chunk-bytes.ts";
import { finishTaskData } from "./finish-task-data.ts";
import { uploadKey } from "./upload-by-tus.ts";
import type { UploadContext } from "./with-upload-deadline.ts";
import type { PreparedTaskData } from "./prepare-task-data.ts";
import { startUpload } from "./start-upload.ts";
import type { UploadTarget } from "./upload-target.ts";
import type { UploadTaskDataOptions } from "./upload-task-data.ts";
import { uploadTaskFiles } from "./upload-task-files.ts";
import { trackUpload, type UploadTracker } from "./upload-tracker.ts";
import { waitForRequest } from "./wait-for-request.ts";

/** What {@link sendTaskData} needs beside the client. */
export interface TaskDataToSend {
  readonly taskId: number;
  readonly prepared: PreparedTaskData;
  readonly options: Pick<UploadTaskDataOptions, "concurrency" | "uploadChunkBytes" | "resume">;
  readonly context: UploadContext;
  /** Called once the server has begun to make frames. */
  readonly onBegun?: (() => void) | undefined;
}

/** Sends data that has been checked, and waits until the server has made frames of it. */
export async function sendTaskData(client: CvatCaller, data: TaskDataToSend): Promise<Schema<"Request">> {
  const { taskId, prepared, options, context, onBegun } = data;
  const { signal, tell, leftMs } = context;
  const tracker = trackUpload(prepared.files, tell);
  const target: UploadTarget = { operation: "tasks_create_data", path: "/api/tasks/{id}/data/", id: taskId };
  const store = options.resume?.store;
  // The request that an earlier run has ended with, under no name: every file has one.
  const key = uploadKey(client, target, "");
  const requestId = (await store?.get(key)) ?? (await send(client, { prepared, options, target, tracker, signal }));
  onBegun?.();
  try {
    const request = await waitForRequest(client, requestId, {
      signal,
      timeoutMs: leftMs(),
      onProgress: tracker.worked,
    });
    await store?.delete(key);
    return request;
  } catch (error) {
    // After a deadline or an abort the server goes on, and a later run waits for it.
    if (isJobFailedError(error)) await store?.delete(key);
    throw error;
  }
}

interface Sending {
  readonly prepared: PreparedTaskData;
  readonly options: TaskDataToSend["options"];
  readonly target: UploadTarget;
  readonly tracker: UploadTracker;
  readonly signal: AbortSignal;
}

/** Sends all that there is, and returns the id of the request that the server works it off by. */
async function send(client: CvatCaller, { prepared, options, target, tracker, signal }: Sending): Promise<string> {
  const { files, request } = prepared;
  const store = options.resume?.store;
  if (files.length > 0) {
    await startUpload(client, target, { signal });
    await uploadTaskFiles(client, files, {
      target,
      imageQuality: request.image_quality ?? 70,
      blockBytes: options.uploadChunkBytes ?? defaultChunkBytes,
      concurrency: options.concurrency ?? 4,
      store,
      tracker,
      signal,
    });
  }
  const requestId = await finishTaskData(client, { taskId: target.id ?? 0, request, signal });
  await store?.set(uploadKey(client, target, ""), requestId);
  for (const { name } of files) await store?.delete(uploadKey(client, target, name));
  return requestId;
}
