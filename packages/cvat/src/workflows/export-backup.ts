import { checkMembers } from "@labelwire/core";
import type { DownloadedFile, OptionRules } from "@labelwire/core";
import { projectsCreateBackupExport, tasksCreateBackupExport } from "../generated/operations.ts";
import type { CvatCaller } from "../types.ts";
import { exportRules, type CloudExport, type ExportOptions, type ExportResult } from "./export-options.ts";
import type { ExportPlan } from "./export-plan.ts";
import { exportToCloudStorage } from "./export-to-cloud-storage.ts";
import { exportToFile } from "./export-to-file.ts";
import { flag } from "./option-rules.ts";
import { readTarget } from "./read-target.ts";

/** What a backup is made of, by its id. Jobs have none. */
export type ExportBackupTarget = { readonly task: number } | { readonly project: number };

/** What steers {@link exportBackup}. */
export interface ExportBackupOptions extends ExportOptions {
  /** True leaves out the media of tasks whose files are in a cloud storage. Default: the server's, which is true. */
  readonly lightweight?: boolean | undefined;
}

const starters = { task: tasksCreateBackupExport, project: projectsCreateBackupExport };

const rules: OptionRules = { ...exportRules, lightweight: flag };

/**
 * Makes a backup of a task or a project, with its media, annotations and settings, from which the server can make it anew, and begins
 * to download the file. With `cloudStorageId` the server writes the file into that cloud storage instead, and the result says where.
 *
 * Waits, attaches to an identical backup that runs, downloads and resumes as `exportDataset` does.
 *
 * @returns A handle to save, stream or collect the bytes; `cancel` it if they are not wanted. Or a `CloudExport`.
 * @throws ApiError where the server refuses, such as for a task without data; JobFailedError when the backup fails, or is cancelled;
 * JobTimeoutError when it takes longer than `timeoutMs`, TimeoutError when it could not even be started by then; DecodeError where what
 * answers is not CVAT, or no file; ConfigError for what cannot be used, before anything is sent; the signal's reason when aborted.
 *
 * @example
 * const file = await exportBackup(cvat, { project: 3 }, { lightweight: false });
 * await file.save("./backups/");
 */
export function exportBackup(
  client: CvatCaller,
  target: ExportBackupTarget,
  options?: ExportBackupOptions & { readonly cloudStorageId?: undefined },
): Promise<DownloadedFile>;
export function exportBackup(
  client: CvatCaller,
  target: ExportBackupTarget,
  options: ExportBackupOptions & { readonly cloudStorageId: number },
): Promise<CloudExport>;
export async function exportBackup(
  client: CvatCaller,
  target: ExportBackupTarget,
  options: ExportBackupOptions = {},
): Promise<ExportResult> {
  const { kind, id } = readTarget(target, ["task", "project"]);
  checkMembers("options", options, rules);
  const { lightweight, cloudStorageId } = options;
  const start = starters[kind];
  const plan: ExportPlan = {
    operation: start.id,
    fallbackName: `${kind}-${id}-backup.zip`,
    start: (destination, call) => {
      const query = { ...destination, ...(lightweight !== undefined && { lightweight }) };
      return start(client, { ...call, params: { path: { id }, query } });
    },
    options,
  };
  return cloudStorageId === undefined ? exportToFile(client, plan) : exportToCloudStorage(client, plan, cloudStorageId);
}
