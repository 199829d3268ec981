import type { CvatCaller, Schema } from "../types.ts";
import { checkFormatOptions } from "./check-format-options.ts";
import { checkImporter } from "./check-importer.ts";
import { explainUnknownFormat } from "./explain-unknown-format.ts";
import { importFile } from "./import-file.ts";
import { importRules, type ImportOptions } from "./import-options.ts";
import { readImportSource, type FileToImport } from "./read-import-source.ts";
import { oneOf } from "./option-rules.ts";
import { readTarget } from "./read-target.ts";

/** What annotations are imported into, by its id. */
export type ImportAnnotationsTarget = { readonly task: number } | { readonly job: number };

/** What steers {@link importAnnotations}. */
export interface ImportAnnotationsOptions extends ImportOptions {
  /** The format's name, as `server_retrieve_annotation_formats` lists the server's importers, such as `"COCO 1.0"`. */
  readonly format: string;
  /** `"replace"` drops the annotations that are there, `"append"` keeps them. Default: `"replace"`. */
  readonly mode?: "replace" | "append" | undefined;
}

const targets = {
  task: { operation: "tasks_create_annotations", path: "/api/tasks/{id}/annotations/" },
  job: { operation: "jobs_create_annotations", path: "/api/jobs/{id}/annotations/" },
};

/**
 * Imports a file of annotations into a task or a job, and waits until it is done. The file is uploaded, or read by the server from a
 * cloud storage. Replaces the annotations that are there, unless `mode` says otherwise.
 *
 * @returns The finished request.
 * @throws ConfigError before anything is sent for what cannot be used; UploadError for a large file that did not arrive; ApiError where
 * the server refuses, and for an unknown format it names the nearest known ones (before a large file is sent it is a ConfigError);
 * JobFailedError when the file could not be imported; TimeoutError or JobTimeoutError at the deadline; DecodeError where what answers is
 * not CVAT; the signal's reason when aborted. Where the answer that tells the request's id is lost, the server's list of requests is looked
 * at; if the import was not begun, or nobody can tell, the error (NetworkError, TimeoutError or ApiError) says which.
 *
 * @example
 * await importAnnotations(cvat, { task: 7 }, "./annotations.zip", { format: "COCO 1.0" });
 *
 * @example
 * await importAnnotations(cvat, { job: 12 }, { cloudStorageId: 3, fileName: "coco.zip" }, { format: "COCO 1.0", mode: "append" });
 */
export async function importAnnotations(
  client: CvatCaller,
  target: ImportAnnotationsTarget,
  file: FileToImport,
  options: ImportAnnotationsOptions,
): Promise<Schema<"Request">> {
  const { kind, id } = readTarget(target, ["task", "job"]);
  checkFormatOptions(options, { ...importRules, mode: oneOf("replace", "append") });
  const { format, mode } = options;
  return importFile(client, {
    workflow: "importAnnotations",
    target: { ...targets[kind], id },
    listed: { kind, id, subresource: "annotations" },
    field: "annotation_file",
    query: { format, ...(mode !== undefined && { import_mode: mode }) },
    source: await readImportSource(file),
    check: (signal) => checkImporter(client, format, signal),
    explain: (error, signal) => explainUnknownFormat(client, { error, format, kind: "importers", signal }),
    options,
  });
}
