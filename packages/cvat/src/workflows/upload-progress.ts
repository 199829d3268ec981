/** How far an upload is. */
export interface UploadProgress {
  /** `"uploading"`: bytes are sent. `"queued"` and `"processing"`: the server has them and waits, or works. */
  readonly phase: "uploading" | "queued" | "processing";
  /** How much of the phase is done, from 0 to 1, where that is known. */
  readonly fraction?: number;
  /** Bytes that the server has taken. */
  readonly loadedBytes: number;
  /** Bytes of the whole upload. */
  readonly totalBytes: number;
  /** Files that the server has whole. */
  readonly uploadedFiles: number;
  /** Files of the whole upload. */
  readonly totalFiles: number;
  /** What the server says about its work, for people, where it does. */
  readonly message?: string;
}

/** What steers an upload or an import. */
export interface UploadSteering {
  /** Called as the server takes bytes, and after each look at its work. What it throws ends the upload. */
  readonly onProgress?: ((progress: UploadProgress) => void) | undefined;
  /** Ends the upload when aborted; the promise rejects with the signal's reason. Work that the server has begun goes on. */
  readonly signal?: AbortSignal | null | undefined;
  /** Milliseconds for all of it: the bytes and the server's work. Default: 21,600,000 (6 hours). */
  readonly timeoutMs?: number | undefined;
}
