import { isApiError, type ApiError } from "@labelwire/core";
import type { CvatCaller, Schema } from "../types.ts";
import { attachFailure } from "./attach-failure.ts";
import { defaultChunkBytes } from "./default-chunk-bytes.ts";
import { followRequest } from "./follow-request.ts";
import type { ImportOptions } from "./import-options.ts";
import type { ImportSource } from "./read-import-source.ts";
import { uploadByTus, uploadKey } from "./upload-by-tus.ts";
import { withUploadDeadline } from "./with-upload-deadline.ts";
import { startImport } from "./start-import.ts";
import { openUploadNotes } from "./upload-notes.ts";
import type { PlannedFile } from "./plan-files.ts";
import { startUpload } from "./start-upload.ts";
import type { UploadTarget } from "./upload-target.ts";
import type { RequestsToList } from "./list-requests.ts";
import { trackUpload, type UploadTracker } from "./upload-tracker.ts";

/** An import as its endpoint takes it. */
export interface ImportPlan {
  /** What errors call it. */
  readonly workflow: string;
  readonly target: UploadTarget;
  /** What the server lists its request by. */
  readonly listed: Pick<RequestsToList, "kind" | "id" | "subresource">;
  /** The form's field for the file. */
  readonly field: string;
  /** What the server is told beside the file. */
  readonly query: Readonly<Record<string, unknown>>;
  readonly source: ImportSource;
  /** Called before a large file is sent; throws where that would be in vain. */
  readonly check?: ((signal: AbortSignal) => Promise<void>) | undefined;
  /** Makes the error to throw of the server's refusal. Default: the refusal itself. */
  readonly explain?: ((error: ApiError, signal: AbortSignal) => Promise<ApiError>) | undefined;
  readonly options: ImportOptions;
}

interface ImportCall {
  readonly tracker: UploadTracker;
  readonly signal: AbortSignal;
}

/** Brings a file to where it is imported, and waits until the server has worked it off. */
export async function importFile(client: CvatCaller, plan: ImportPlan): Promise<Schema<"Request">> {
  const { source, workflow, options } = plan;
  return withUploadDeadline(client, workflow, options, async ({ signal, tell, leftMs, givenTimeoutMs }) => {
    const tracker = trackUpload(source.kind === "file" ? [source.file] : [], tell);
    const requestId = await start(client, plan, { tracker, signal });
    return followRequest(client, requestId, {
      signal,
      timeoutMs: leftMs(),
      givenTimeoutMs,
      onProgress: tracker.worked,
    });
  });
}

/** Without `location` the task's or project's own source storage would decide where the server looks for the file. */
async function start(client: CvatCaller, plan: ImportPlan, call: ImportCall): Promise<string> {
  const { source, options } = plan;
  if (source.kind === "cloud") {
    const { cloudStorageId: cloud_storage_id, fileName: filename } = source;
    const query = { location: "cloud_storage", cloud_storage_id, filename };
    return startImport(client, plan, { query, signal: call.signal });
  }
  const { blob } = source.file;
  return blob.size > (options.uploadChunkBytes ?? defaultChunkBytes)
    ? startByTus(client, plan, { ...call, file: source.file })
    : startByForm(client, plan, { ...call, file: source.file });
}

type FileCall = ImportCall & { readonly file: PlannedFile };

/** Without `filename`: given one, the server looks for an upload by TUS of that name, and not at the form (cvat-ai/cvat issue 5781). */
async function startByForm(client: CvatCaller, plan: ImportPlan, { file, tracker, signal }: FileCall): Promise<string> {
  const { name, blob } = file;
  const body = new FormData();
  body.append(plan.field, blob, name);
  const requestId = await startImport(client, plan, { query: { location: "local" }, body, bytes: blob.size, signal });
  tracker.finished([name]);
  return requestId;
}

async function startByTus(client: CvatCaller, plan: ImportPlan, { file, tracker, signal }: FileCall): Promise<string> {
  const { target, options, check } = plan;
  const notes = openUploadNotes(options.resume, signal);
  await check?.(signal);
  await startUpload(client, target, { query: { ...plan.query, location: "local" }, signal });
  const filename = await uploadByTus(client, file, {
    target,
    blockBytes: options.uploadChunkBytes ?? defaultChunkBytes,
    readsAhead: true,
    notes,
    signal,
    onOffset: (bytes) => tracker.took(file.name, bytes),
    left: "The server drops what has arrived after a while; nothing was imported.",
  });
  tracker.finished([file.name]);
  const key = uploadKey(client, target, file.name);
  const query = { location: "local", filename };
  try {
    const requestId = await startImport(client, plan, { query, headers: { "Upload-Finish": "true" }, signal });
    await notes?.tryDelete(key);
    return requestId;
  } catch (error) {
    // Of what it refuses, the server drops the file. Where no answer came it may have it still, and a later run need not send it again.
    const left = isApiError(error) && error.status < 500 ? await notes?.tryDelete(key) : undefined;
    throw left === undefined ? error : attachFailure(error, left);
  }
}
