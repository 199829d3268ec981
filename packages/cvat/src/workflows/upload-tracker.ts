import type { JobProgress } from "@labelwire/core";
import type { UploadProgress } from "./upload-progress.ts";

/** Counts what an upload does and tells it. */
export interface UploadTracker {
  /** The server has `bytes` of the file `name`; fewer than before where it has lost some. */
  readonly took: (name: string, bytes: number) => void;
  /** The server has these files whole. */
  readonly finished: (names: readonly string[]) => void;
  /** How the server's own work is going. */
  readonly worked: (progress: JobProgress) => void;
}

/** What is counted, by name. */
interface FileToTrack {
  readonly name: string;
  readonly blob: { readonly size: number };
}

/** Begins to count an upload of `files`, and tells `onProgress` at once. */
export function trackUpload(
  files: readonly FileToTrack[],
  onProgress: (progress: UploadProgress) => void,
): UploadTracker {
  const sizes = new Map(files.map(({ name, blob }) => [name, blob.size]));
  const taken = new Map<string, number>();
  const totalBytes = files.reduce((sum, { blob }) => sum + blob.size, 0);
  let loadedBytes = 0;
  let uploadedFiles = 0;

  const count = (name: string, bytes: number): void => {
    loadedBytes += bytes - (taken.get(name) ?? 0);
    taken.set(name, bytes);
  };
  const tell = (members: Pick<UploadProgress, "phase" | "fraction" | "message">): void =>
    onProgress({ ...members, loadedBytes, totalBytes, uploadedFiles, totalFiles: files.length });
  const tellBytes = (): void => tell({ phase: "uploading", fraction: totalBytes === 0 ? 1 : loadedBytes / totalBytes });

  tellBytes();
  return {
    took: (name, bytes) => {
      count(name, bytes);
      tellBytes();
    },
    finished: (names) => {
      for (const name of names) count(name, sizes.get(name) ?? 0);
      uploadedFiles += names.length;
      tellBytes();
    },
    worked: ({ status, fraction, message }) =>
      tell({
        phase: status === "queued" ? "queued" : "processing",
        ...(fraction !== undefined && { fraction }),
        ...(message !== undefined && { message }),
      }),
  };
}
