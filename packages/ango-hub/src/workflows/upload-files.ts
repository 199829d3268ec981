import { checkArgument, checkMembers, readCount, readMember, unwrap, type OptionRules } from "@labelwire/core";
import { importAssetsFromCloud, type ImportAssetsFromCloudInit } from "../generated/operations.ts";
import type { AngoHubCaller } from "../types.ts";
import type { FileToUpload } from "./file-to-upload.ts";
import { importInChunks } from "./import-in-chunks.ts";
import { importRules } from "./import-options.ts";
import { count, list, names, priority, text } from "./option-rules.ts";
import { planUploads, type PlannedUpload } from "./plan-uploads.ts";
import { readProject, type ProjectTarget } from "./project-target.ts";
import { storeFiles } from "./store-files.ts";
import { throwIfNothingSent } from "./throw-if-nothing-sent.ts";
import type { FailedFile, ImportedFile, NotImportedFile, StoredFile } from "./upload-report.ts";
import type { UploadFilesReport, UploadProgress } from "./upload-report.ts";
import { trackUpload } from "./upload-tracker.ts";

/** What becomes of the files, and what steers their upload. */
export interface UploadFilesOptions {
  /** Names of batches that every asset gets. Default: none. */
  readonly batches?: readonly string[] | undefined;
  /** Id of a storage of your own, which takes the bytes. Default: the platform's. */
  readonly storage?: string | undefined;
  /** A bucket in that storage. Default: the storage's. */
  readonly bucket?: string | undefined;
  /** Priority of the tasks, from -1000 to 1000. Default: 0. */
  readonly priority?: number | undefined;
  /** How many files are sent at a time. Default: 4. */
  readonly concurrency?: number | undefined;
  /** The most files in one request of the import. Default: 100. The platform documents no limit. */
  readonly itemsPerRequest?: number | undefined;
  /** Called as bytes are sent, when a file has been dealt with, and after each request of the import. */
  readonly onProgress?: ((progress: UploadProgress) => void) | undefined;
  /** Ends the upload: the promise rejects with the signal's reason. What `onProgress` was told of is in the storage. */
  readonly signal?: AbortSignal | null | undefined;
  /** Milliseconds for each file, and for each request of the import. Default: 3,600,000 (an hour). */
  readonly requestTimeoutMs?: number | undefined;
}

const rules: OptionRules = {
  ...importRules,
  batches: names,
  storage: text,
  bucket: text,
  priority,
  concurrency: count,
};

/**
 * Uploads files to a project: asks for an address for each, sends the bytes there without the key, and imports them all as
 * assets. Reports what became of each file; one that fails does not take the others with it.
 *
 * A failure is in the report, not thrown: look at `failed`. Bytes that arrived and were not imported are there with their address.
 *
 * @param files - Each with a name of its own that ends in an extension.
 * @throws ConfigError before anything is sent: a file without a name, an extension or a byte, a name given twice, options that cannot
 * be used. The signal's reason when aborted.
 *
 * @example
 * const { imported, failed } = await uploadFiles(ango, { project }, ["./cat.jpg", "./dog.jpg"], { batches: ["pets"] });
 * for (const { name, error } of failed) console.error(name, error.message);
 */
export async function uploadFiles(
  client: AngoHubCaller,
  target: ProjectTarget,
  files: readonly FileToUpload[],
  options: UploadFilesOptions = {},
): Promise<UploadFilesReport> {
  const project = readProject(target);
  checkArgument("files", files, list);
  checkMembers("options", options, rules);
  const { storage, bucket, concurrency, itemsPerRequest, signal, requestTimeoutMs = 3_600_000 } = options;
  const planned = await planUploads("files", files);
  const tracker = trackUpload(planned, options.onProgress);
  const choice = { project, storage, bucket, concurrency, tracker, signal, timeoutMs: requestTimeoutMs };
  const sent = await storeFiles(client, planned, choice);

  const places = sent.flatMap(({ status }, index) => (status === "uploaded" ? [index] : []));
  const assets = planned.flatMap((file, index) => toAssets(file, sent[index], storage));
  const { answers, failed } = await importInChunks({
    items: assets,
    send: (chunk, callOptions) =>
      unwrap(importAssetsFromCloud(client, { ...toImport(project, chunk, options), ...callOptions })),
    options: {
      itemsPerRequest,
      onProgress: ({ importedItems, failedItems }) => tracker.imported(importedItems, failedItems),
      signal,
      requestTimeoutMs,
    },
  });

  const errors = new Map(failed.flatMap(({ indexes, error }) => indexes.map((at) => [places[at], error])));
  const settled = sent.map((file, index) => settle(file, errors.get(index)));
  const notImported = settled.filter((file) => file.status !== "imported");
  throwIfNothingSent(places.length, notImported);
  return {
    imported: settled.length - notImported.length,
    failed: notImported,
    files: settled,
    assetsCreated: sum(answers, "assetsCreated"),
    tasksCreated: sum(answers, "tasksCreated"),
  };
}

type Asset = ImportAssetsFromCloudInit["body"]["assets"][number];

/** The asset of a file whose bytes are in the storage; none for a file that failed. */
function toAssets(
  file: PlannedUpload,
  sent: StoredFile | FailedFile | undefined,
  storage: string | undefined,
): Asset[] {
  if (sent?.status !== "uploaded") return [];
  const { externalId, fields } = file;
  const { batches, metadata, contextData } = fields;
  return [
    {
      data: sent.url,
      externalId,
      ...(batches && { batches: [...batches] }),
      ...(metadata && { metadata }),
      ...(contextData && { contextData }),
      ...(storage !== undefined && { storage }),
    },
  ];
}

function toImport(
  project: string,
  assets: readonly Asset[],
  { batches, priority }: UploadFilesOptions,
): ImportAssetsFromCloudInit {
  return {
    params: { path: { projectId: project }, query: batches === undefined ? {} : { batches: JSON.stringify(batches) } },
    // As the vendor's SDK sends it: the platform makes a copy of its own.
    body: { assets: [...assets], uploadLocal: "true", ...(priority !== undefined && { priority }) },
  };
}

function settle(file: StoredFile | FailedFile, error: Error | undefined): ImportedFile | NotImportedFile | FailedFile {
  if (file.status === "failed") return file;
  return error === undefined ? { ...file, status: "imported" } : { ...file, error };
}

/** Sums up a count that each answer tells, where it does. */
function sum(answers: readonly unknown[], name: string): number {
  return answers.reduce<number>(
    (total, answer) => total + (readCount(readMember(answer, ["data", "assets", name])) ?? 0),
    0,
  );
}
