import type { CvatCaller, Schema } from "../types.ts";
import { checkFormatOptions } from "./check-format-options.ts";
import { checkImporter } from "./check-importer.ts";
import { explainUnknownFormat } from "./explain-unknown-format.ts";
import { importFile } from "./import-file.ts";
import { importRules, type ImportOptions } from "./import-options.ts";
import { readImportSource, type FileToImport } from "./read-import-source.ts";
import { readTarget } from "./read-target.ts";

/** What a dataset is imported into, by its id. */
export interface ImportDatasetTarget {
  readonly project: number;
}

/** What steers {@link importDataset}. */
export interface ImportDatasetOptions extends ImportOptions {
  /** The format's name, as `server_retrieve_annotation_formats` lists the server's importers, such as `"COCO 1.0"`. */
  readonly format: string;
}

/**
 * Imports a dataset, images with their annotations, into a project as new tasks, and waits until it is done. The file is uploaded, or
 * read by the server from a cloud storage.
 *
 * @returns The finished request.
 * @throws As {@link importAnnotations} does.
 *
 * @example
 * await importDataset(cvat, { project: 2 }, "./dataset.zip", { format: "COCO 1.0", onProgress: ({ fraction }) => show(fraction) });
 */
export async function importDataset(
  client: CvatCaller,
  target: ImportDatasetTarget,
  file: FileToImport,
  options: ImportDatasetOptions,
): Promise<Schema<"Request">> {
  const { id } = readTarget(target, ["project"]);
  checkFormatOptions(options, importRules);
  const { format } = options;
  return importFile(client, {
    workflow: "importDataset",
    target: { operation: "projects_create_dataset", path: "/api/projects/{id}/dataset/", id },
    listed: { kind: "project", id, subresource: "dataset" },
    field: "dataset_file",
    query: { format },
    source: await readImportSource(file),
    check: (signal) => checkImporter(client, format, signal),
    explain: (error, signal) => explainUnknownFormat(client, { error, format, kind: "importers", signal }),
    options,
  });
}
