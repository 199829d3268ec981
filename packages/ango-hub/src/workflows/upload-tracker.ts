import type { PlannedUpload } from "./plan-uploads.ts";
import type { FailedFile, StoredFile, UploadProgress } from "./upload-report.ts";

/** Counts what an upload does and tells it. */
export interface UploadTracker {
  /** How many bytes of the file at `index` have been sent; less than before where it is sent again. */
  sent(index: number, loadedBytes: number): void;
  /** The file at `index` has been dealt with. */
  settled(index: number, file: StoredFile | FailedFile): void;
  /** How the import is going. */
  imported(imported: number, failed: number): void;
}

/** Begins to count an upload of `planned`, and tells `onProgress`. */
export function trackUpload(
  planned: readonly PlannedUpload[],
  onProgress: ((progress: UploadProgress) => void) | undefined,
): UploadTracker {
  const loaded = planned.map(() => 0);
  const totalBytes = planned.reduce((sum, { size }) => sum + size, 0);
  let loadedBytes = 0;
  let uploadedFiles = 0;
  let notUploaded = 0;

  const count = (index: number, bytes: number): void => {
    loadedBytes += bytes - (loaded[index] ?? 0);
    loaded[index] = bytes;
  };
  const tell = (members: Partial<UploadProgress> = {}): void =>
    onProgress?.({
      phase: "uploading",
      totalFiles: planned.length,
      uploadedFiles,
      importedFiles: 0,
      failedFiles: notUploaded,
      loadedBytes,
      totalBytes,
      fraction: totalBytes === 0 ? 1 : loadedBytes / totalBytes,
      ...members,
    });

  return {
    sent: (index, bytes) => {
      count(index, bytes);
      tell();
    },
    settled: (index, file) => {
      count(index, planned[index]?.size ?? 0);
      if (file.status === "uploaded") uploadedFiles += 1;
      else notUploaded += 1;
      tell({ file });
    },
    imported: (imported, failed) =>
      tell({
        phase: "importing",
        importedFiles: imported,
        failedFiles: notUploaded + failed,
        fraction: (imported + failed) / uploadedFiles,
      }),
  };
}
