import { isConfigError, isDecodeError, UploadError } from "@labelwire/core";
import type { CvatCaller } from "../types.ts";
import { callWithoutAnswer } from "./call-without-answer.ts";
import { isDoubtful } from "./is-doubtful.ts";
import { toPath } from "./start-upload.ts";
import type { PlannedFile } from "./plan-files.ts";
import { sendingTimeoutMs, type UploadTarget } from "./upload-target.ts";
import { reasonOf } from "./reason-of.ts";

/** How a group of small files is uploaded. */
export interface GroupUploadOptions {
  readonly target: UploadTarget;
  /** The server checks each request as if it were the whole `DataRequest`. */
  readonly imageQuality: number;
  readonly signal: AbortSignal;
  /** What errors say about what stays on the server. */
  readonly left: string;
}

/**
 * Uploads small files in one request.
 *
 * It is not sent again where its answer was lost: the server appends to files that it has (server 2.73), so that each would hold its
 * bytes twice.
 *
 * @throws UploadError; the signal's reason when aborted.
 */
export async function uploadGroup(
  client: CvatCaller,
  files: readonly PlannedFile[],
  { target, imageQuality, signal, left }: GroupUploadOptions,
): Promise<void> {
  const form = new FormData();
  form.append("image_quality", String(imageQuality));
  for (const [index, { name, blob }] of files.entries()) form.append(`client_files[${index}]`, blob, name);
  const info = { id: target.operation, method: "post", path: target.path } as const;
  const bytes = files.reduce((sum, { blob }) => sum + blob.size, 0);
  try {
    const { error } = await callWithoutAnswer(client, info, {
      params: { path: toPath(target) },
      headers: { "Upload-Multiple": "true" },
      body: form,
      signal,
      timeoutMs: Infinity,
      attemptTimeoutMs: sendingTimeoutMs(bytes),
    });
    if (error !== undefined) throw error;
  } catch (error) {
    signal.throwIfAborted();
    throw isConfigError(error) ? error : failed(files, { operation: target.operation, cause: error, left });
  }
}

interface FailedGroup {
  readonly operation: string;
  readonly cause: unknown;
  readonly left: string;
}

function failed(files: readonly PlannedFile[], { operation, cause, left }: FailedGroup): UploadError {
  const [first] = files;
  const fileName = first?.name ?? "";
  const what = files.length === 1 ? fileName : `${fileName} and ${files.length - 1} more files`;
  const reason = reasonOf(cause);
  const mayHaveArrived = isDoubtful(cause) || isDecodeError(cause);
  const doubt = mayHaveArrived
    ? " Whether the server has taken them is not known, so that they were not sent again."
    : "";
  return new UploadError({
    operation,
    fileName,
    uploadedBytes: 0,
    message: `The upload of ${what} failed: ${reason}.${doubt} ${left}`,
    cause,
  });
}
