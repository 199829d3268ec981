interface UploadOfFile {
  /** The file's name. */
  readonly name: string;
  readonly externalId: string;
}

/** A file that is an asset of the project. */
export interface ImportedFile extends UploadOfFile {
  readonly status: "imported";
  /** Where its bytes are, without the signature. */
  readonly url: string;
}

/** A file whose bytes are in the storage. */
export interface StoredFile extends UploadOfFile {
  readonly status: "uploaded";
  /** Where its bytes are, without the signature: `importAssetsFromCloud` takes it, so that they need not be sent again. */
  readonly url: string;
}

/** A file whose bytes are in the storage, and of which the platform did not say that it made an asset. */
export interface NotImportedFile extends StoredFile {
  /** Why the import failed. After anything but an `ApiError` the platform may have made the asset all the same. */
  readonly error: Error;
}

/** A file whose bytes did not arrive. */
export interface FailedFile extends UploadOfFile {
  /** Nothing of it is in the project. */
  readonly status: "failed";
  /** Why, such as an `UploadError` of the storage. */
  readonly error: Error;
}

/** What became of an upload. */
export interface UploadFilesReport {
  /** How many files are assets now. */
  readonly imported: number;
  /** The files that are not; empty when all went well. */
  readonly failed: readonly (NotImportedFile | FailedFile)[];
  /** Every file, in the order given. */
  readonly files: readonly (ImportedFile | NotImportedFile | FailedFile)[];
  /** How many assets the platform says it made. */
  readonly assetsCreated: number;
  /** How many tasks the platform says it made. */
  readonly tasksCreated: number;
}

/** How far an upload is. */
export interface UploadProgress {
  /** `"importing"` once all bytes have been dealt with. */
  readonly phase: "uploading" | "importing";
  /** Files of the whole upload. */
  readonly totalFiles: number;
  /** Files whose bytes are in the storage. */
  readonly uploadedFiles: number;
  /** Files that are assets. */
  readonly importedFiles: number;
  /** Files whose bytes did not arrive or whose import failed. */
  readonly failedFiles: number;
  /** Bytes sent so far, those of files that failed included. */
  readonly loadedBytes: number;
  /** Bytes of the whole upload. */
  readonly totalBytes: number;
  /** How much of the phase is done, from 0 to 1: of the bytes, then of the files to import. */
  readonly fraction: number;
  /** The file that was dealt with just now: its bytes are in the storage, or failed to get there. */
  readonly file?: StoredFile | FailedFile;
}
