/** How far a transfer is. */
export interface TransferProgress {
  /** Bytes so far. */
  readonly loadedBytes: number;
  /** Bytes in all, where that is known. */
  readonly totalBytes?: number;
  /** From 0 to 1, where the bytes in all are known. */
  readonly fraction?: number;
}

/** Progress as it is told: never over the total, and 1 for what is empty. */
export function transferProgress(loadedBytes: number, totalBytes: number | undefined): TransferProgress {
  if (totalBytes === undefined) return { loadedBytes };
  return { loadedBytes, totalBytes, fraction: totalBytes === 0 ? 1 : Math.min(1, loadedBytes / totalBytes) };
}
