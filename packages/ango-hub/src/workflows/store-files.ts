import { isApiError, mapConcurrent } from "@labelwire/core";
import type { AngoHubCaller } from "../types.ts";
import type { PlannedUpload } from "./plan-uploads.ts";
import { storeFile, type StorageChoice } from "./store-file.ts";
import { toError } from "./to-error.ts";
import type { FailedFile, StoredFile } from "./upload-report.ts";
import type { UploadTracker } from "./upload-tracker.ts";

interface FilesToStore extends StorageChoice {
  readonly concurrency?: number | undefined;
  readonly tracker: UploadTracker;
  readonly signal?: AbortSignal | null | undefined;
  readonly timeoutMs: number;
}

/**
 * Brings the bytes of files into the storage, a few at a time, and tells of each what became of it, in order. After a 401 the rest
 * is not tried: each would be refused alike.
 *
 * @throws the signal's reason when aborted; every other failure is in the result.
 */
export async function storeFiles(
  client: AngoHubCaller,
  planned: readonly PlannedUpload[],
  { concurrency, tracker, signal: given, timeoutMs, ...choice }: FilesToStore,
): Promise<readonly (StoredFile | FailedFile)[]> {
  let unauthorized: Error | undefined;

  return mapConcurrent(planned, { concurrency, signal: given }, async (file, index, signal) => {
    const { name, externalId } = file;
    const onProgress = ({ loadedBytes }: { loadedBytes: number }): void => tracker.sent(index, loadedBytes);
    let result: StoredFile | FailedFile;
    try {
      if (unauthorized !== undefined) throw unauthorized;
      const url = await storeFile(client, file, { ...choice, signal, timeoutMs, onProgress });
      result = { name, externalId, status: "uploaded", url };
    } catch (thrown) {
      signal.throwIfAborted();
      if (isApiError(thrown) && thrown.status === 401) unauthorized = thrown;
      result = { name, externalId, status: "failed", error: toError(thrown) };
    }
    tracker.settled(index, result);
    return result;
  });
}
