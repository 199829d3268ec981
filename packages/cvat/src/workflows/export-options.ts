import { steeringRules, type DownloadedFile, type OptionRules } from "@labelwire/core";
import type { Schema } from "../types.ts";
import { id, text } from "./option-rules.ts";

/** How far an export is. */
export interface ExportProgress {
  /** `"queued"` and `"exporting"` on the server, then `"downloading"`; an export into a cloud storage has nothing to download. */
  readonly phase: "queued" | "exporting" | "downloading";
  /** How much of the phase is done, from 0 to 1, where that is known. */
  readonly fraction?: number;
  /** Bytes downloaded so far. */
  readonly loadedBytes: number;
  /** Bytes in the file, where the server says so. */
  readonly totalBytes?: number;
  /** What the server says about its work, for people, where it does. */
  readonly message?: string;
}

/** What every export takes. */
export interface ExportOptions {
  /**
   * The file's name: of what is downloaded, instead of the name that the server gives; or of what the server writes into the cloud
   * storage. Default: the server's, such as `"task_7_dataset_2026_11_22_10_00_00_coco 1.0.zip"`.
   */
  readonly fileName?: string | undefined;
  /** A cloud storage's id: the server writes the file there, and nothing is downloaded. Default: download, whatever the task's own target is. */
  readonly cloudStorageId?: number | undefined;
  /** Milliseconds for the server to make the file. Default: 3,600,000 (1 hour). Downloading is not bound by it. */
  readonly timeoutMs?: number | undefined;
  /** Ends the export or its download; what is pending rejects with the signal's reason. The server goes on and keeps the file for a while. */
  readonly signal?: AbortSignal | null | undefined;
  /** Called after each look at the server's work, then as bytes come. What it throws ends the export or its download. */
  readonly onProgress?: ((progress: ExportProgress) => void) | undefined;
}

/** Where an export into a cloud storage went. */
export interface CloudExport {
  /** Tells it from a file that was downloaded. */
  readonly location: "cloud_storage";
  /** The storage that was asked for. */
  readonly cloudStorageId: number;
  /** The name that was asked for; absent where the server chose it. */
  readonly fileName?: string;
  /** The finished request. */
  readonly request: Schema<"Request">;
}

/** What an export comes to: a file to read, or the place in the cloud storage. */
export type ExportResult = DownloadedFile | CloudExport;

/** How {@link ExportOptions} are checked. */
export const exportRules: OptionRules = { ...steeringRules, fileName: text, cloudStorageId: id };
