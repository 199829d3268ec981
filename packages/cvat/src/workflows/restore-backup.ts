import { checkMembers, DecodeError } from "@labelwire/core";
import { requestsRetrieve } from "../generated/operations.ts";
import type { CvatCaller, Schema } from "../types.ts";
import { importFile } from "./import-file.ts";
import { importRules, type ImportOptions } from "./import-options.ts";
import { readImportSource, type FileToImport } from "./read-import-source.ts";
import { uploadFault } from "./upload-fault.ts";

/** What steers {@link restoreBackup}. */
export type RestoreBackupOptions = ImportOptions;

/** What was made of a backup. */
export interface RestoredBackup {
  /** Id of the new task or project. */
  readonly id: number;
  /** The finished request. */
  readonly request: Schema<"Request">;
}

const kinds = {
  task: { operation: "tasks_create_backup", path: "/api/tasks/backup/", field: "task_file" },
  project: { operation: "projects_create_backup", path: "/api/projects/backup/", field: "project_file" },
};

/**
 * Makes a task or a project of a backup, in the client's organization, and waits until it is there. The file is uploaded, or read by
 * the server from a cloud storage.
 *
 * @param kind - What the backup is of.
 * @throws ConfigError before anything is sent for what cannot be used; UploadError for a large file that did not arrive; ApiError where
 * the server refuses; JobFailedError when nothing could be made of the file; TimeoutError or JobTimeoutError at the deadline; DecodeError where
 * what answers is not CVAT; the signal's reason when aborted. Where the answer that tells the request's id is lost, the error (NetworkError,
 * TimeoutError or ApiError) says whether the restoring was not begun, or which requests may be it.
 *
 * @example
 * const { id } = await restoreBackup(cvat, "task", "./task-backup.zip");
 */
export async function restoreBackup(
  client: CvatCaller,
  kind: "task" | "project",
  file: FileToImport,
  options: RestoreBackupOptions = {},
): Promise<RestoredBackup> {
  if (!Object.hasOwn(kinds, kind)) throw uploadFault("kind", 'must be "task" or "project"');
  checkMembers("options", options, importRules);
  const { operation, path, field } = kinds[kind];
  const source = await readImportSource(file);
  const request = await importFile(client, {
    workflow: "restoreBackup",
    target: { operation, path },
    listed: { kind, subresource: "backup" },
    field,
    query: {},
    source,
    options,
  });
  const { result_id: id } = request;
  if (typeof id === "number") return { id, request };
  throw new DecodeError({
    operation: requestsRetrieve.id,
    message: `restoreBackup: request ${request.id} has finished without a result_id, so that it does not say which ${kind} it made.`,
    status: 200,
    mediaType: "application/vnd.cvat+json",
    excerpt: "",
  });
}
