import type { DownloadedFile, OptionRules } from "@labelwire/core";
import {
  jobsCreateDatasetExport,
  projectsCreateDatasetExport,
  tasksCreateDatasetExport,
} from "../generated/operations.ts";
import type { CvatCaller } from "../types.ts";
import { checkFormatOptions } from "./check-format-options.ts";
import { explainUnknownFormat } from "./explain-unknown-format.ts";
import { exportRules, type CloudExport, type ExportOptions, type ExportResult } from "./export-options.ts";
import type { ExportPlan } from "./export-plan.ts";
import { exportToCloudStorage } from "./export-to-cloud-storage.ts";
import { exportToFile } from "./export-to-file.ts";
import { flag } from "./option-rules.ts";
import { readTarget } from "./read-target.ts";

/** What a dataset is exported of, by its id. */
export type ExportDatasetTarget = { readonly task: number } | { readonly project: number } | { readonly job: number };

/** What steers {@link exportDataset}. */
export interface ExportDatasetOptions extends ExportOptions {
  /** The format's name, as `server_retrieve_annotation_formats` lists the server's exporters, such as `"COCO 1.0"`. */
  readonly format: string;
  /** True exports the images too. Default: false, the annotations alone. */
  readonly saveImages?: boolean | undefined;
}

const starters = {
  task: tasksCreateDatasetExport,
  project: projectsCreateDatasetExport,
  job: jobsCreateDatasetExport,
};

const rules: OptionRules = { ...exportRules, saveImages: flag };

/**
 * Exports the annotations of a task, a project or a job, with its images or without, and begins to download the file. With
 * `cloudStorageId` the server writes the file into that cloud storage instead, and the result says where.
 *
 * Waits while the server makes the file. If an identical export runs already, it is waited for, and none is started. The file is asked
 * for at the client's base URL, whatever host the server takes itself for, and its transfer goes on where a connection breaks. If the
 * server has dropped the file by the time it is asked for, it is exported anew, once.
 *
 * @returns A handle to save, stream or collect the bytes; `cancel` it if they are not wanted. Or a `CloudExport`.
 * @throws ApiError where the server refuses, and for an unknown format it names the nearest known ones; JobFailedError when the export
 * fails, or is cancelled; JobTimeoutError when it takes longer than `timeoutMs`, TimeoutError when it could not even be started by then;
 * DecodeError where what answers is not CVAT, or no file; ConfigError for what cannot be used, before anything is sent; the signal's reason
 * when aborted.
 *
 * @example
 * const file = await exportDataset(cvat, { task: 7 }, { format: "COCO 1.0", saveImages: true });
 * await file.save("./exports/");
 */
export function exportDataset(
  client: CvatCaller,
  target: ExportDatasetTarget,
  options: ExportDatasetOptions & { readonly cloudStorageId?: undefined },
): Promise<DownloadedFile>;
export function exportDataset(
  client: CvatCaller,
  target: ExportDatasetTarget,
  options: ExportDatasetOptions & { readonly cloudStorageId: number },
): Promise<CloudExport>;
export async function exportDataset(
  client: CvatCaller,
  target: ExportDatasetTarget,
  options: ExportDatasetOptions,
): Promise<ExportResult> {
  const { kind, id } = readTarget(target, ["task", "project", "job"]);
  checkFormatOptions(options, rules);
  const { format, saveImages = false, signal } = options;
  const start = starters[kind];
  const plan: ExportPlan = {
    operation: start.id,
    fallbackName: `${kind}-${id}-${saveImages ? "dataset" : "annotations"}.zip`,
    start: (destination, call) =>
      start(client, { ...call, params: { path: { id }, query: { ...destination, format, save_images: saveImages } } }),
    explain: (error) => explainUnknownFormat(client, { error, format, kind: "exporters", signal }),
    options,
  };
  const { cloudStorageId } = options;
  return cloudStorageId === undefined ? exportToFile(client, plan) : exportToCloudStorage(client, plan, cloudStorageId);
}
