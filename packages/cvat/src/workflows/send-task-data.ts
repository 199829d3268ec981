import { isJobFailedError } from "@labelwire/core";
import type { CvatCaller, Schema } from "../types.ts";
import { attachFailure } from "./attach-failure.ts";
import { defaultChunkBytes } from "./default-chunk-bytes.ts";
import type { TaskStage } from "./fail-task.ts";
import { finishTaskData } from "./finish-task-data.ts";
import { followRequest } from "./follow-request.ts";
import { uploadKey } from "./upload-by-tus.ts";
import type { UploadContext } from "./with-upload-deadline.ts";
import type { PreparedTaskData } from "./prepare-task-data.ts";
import { openUploadNotes, type UploadNotes } from "./upload-notes.ts";
import { startUpload } from "./start-upload.ts";
import type { UploadTarget } from "./upload-target.ts";
import type { UploadTaskDataOptions } from "./upload-task-data.ts";
import { uploadTaskFiles } from "./upload-task-files.ts";
import { trackUpload, type UploadTracker } from "./upload-tracker.ts";

/** What {@link sendTaskData} needs beside the client. */
export interface TaskDataToSend {
  readonly taskId: number;
  readonly prepared: PreparedTaskData;
  readonly options: Pick<UploadTaskDataOptions, "concurrency" | "uploadChunkBytes" | "resume">;
  readonly context: UploadContext;
  /** Told how far the task is. */
  readonly onStage?: ((stage: TaskStage) => void) | undefined;
}

/** Sends data that has been checked, and waits until the server has made frames of it. */
export async function sendTaskData(client: CvatCaller, data: TaskDataToSend): Promise<Schema<"Request">> {
  const { taskId, prepared, options, context, onStage } = data;
  const { signal, tell, leftMs, givenTimeoutMs } = context;
  const tracker = trackUpload(prepared.files, tell);
  const target: UploadTarget = { operation: "tasks_create_data", path: "/api/tasks/{id}/data/", id: taskId };
  const notes = openUploadNotes(options.resume, signal);
  // The request that an earlier run has ended with, under no name: every file has one.
  const key = uploadKey(client, target, "");
  const requestId = (await notes?.get(key)) ?? (await send(client, { ...data, target, notes, tracker }));
  onStage?.("processing");
  try {
    const request = await followRequest(client, requestId, {
      signal,
      timeoutMs: leftMs(),
      givenTimeoutMs,
      onProgress: tracker.worked,
    });
    await notes?.tryDelete(key);
    return request;
  } catch (error) {
    // After a deadline or an abort the server goes on, and a later run waits for it.
    const left = isJobFailedError(error) ? await notes?.tryDelete(key) : undefined;
    throw left === undefined ? error : attachFailure(error, left);
  }
}

interface Sending extends TaskDataToSend {
  readonly target: UploadTarget;
  readonly notes: UploadNotes | undefined;
  readonly tracker: UploadTracker;
}

/** Sends all that there is, and returns the id of the request that the server works it off by. */
async function send(client: CvatCaller, sending: Sending): Promise<string> {
  const { taskId, prepared, options, context, onStage, target, notes, tracker } = sending;
  const { files, request } = prepared;
  const { signal } = context;
  if (files.length > 0) {
    await startUpload(client, target, { signal });
    await uploadTaskFiles(client, files, {
      target,
      imageQuality: request.image_quality ?? 70,
      blockBytes: options.uploadChunkBytes ?? defaultChunkBytes,
      concurrency: options.concurrency ?? 4,
      notes,
      tracker,
      signal,
    });
  }
  const requestId = await finishTaskData(client, { taskId, request, signal, onStage });
  await notes?.trySet(uploadKey(client, target, ""), requestId);
  for (const { name } of files) await notes?.tryDelete(uploadKey(client, target, name));
  return requestId;
}
