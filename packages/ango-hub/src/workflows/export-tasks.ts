import { download, type DownloadedFile, type TransferProgress } from "@labelwire/core";
import { exportTasks as prepareExport } from "../generated/operations.ts";
import type { AngoHubCaller } from "../types.ts";
import { encodeExportQuery, type ExportSelection } from "./encode-export-query.ts";
import type { ProjectTarget } from "./project-target.ts";
import { readLink } from "./read-link.ts";

/** What to export, and what steers the export. */
export interface ExportTasksOptions extends ExportSelection {
  /** Called as the bytes of the archive come, from 0 on. While the platform prepares the export there is nothing to tell. */
  readonly onProgress?: ((progress: TransferProgress) => void) | undefined;
  /** Ends the export or its download; what is pending rejects with the signal's reason. */
  readonly signal?: AbortSignal | null | undefined;
  /**
   * Milliseconds for the platform to prepare the export. Default: 1,800,000 (30 minutes). Downloading is not bound by it. The `fetch` of
   * Node gives up after 5 minutes without an answer, unless the client was given one that waits longer.
   */
  readonly timeoutMs?: number | undefined;
}

/**
 * Exports the tasks or issues of a project, and begins to download the archive: a ZIP with one JSON or NDJSON file in it.
 *
 * The platform answers when the archive is ready. A link to another origin, such as a storage, is fetched without the key. The
 * operation function of the same name, in `@labelwire/ango-hub/operations`, only asks for the link.
 *
 * @returns A handle to save, stream or collect the bytes. `cancel` it if they are not wanted.
 * @throws ConfigError before anything is sent, for options that cannot be used; DecodeError for an answer without a link that can
 * be followed; ApiError when the platform or the storage refuses; the signal's reason when aborted.
 *
 * @example
 * const file = await exportTasks(ango, { project }, { stages: ["Complete"], updatedAt: { after: "2026-01-01" } });
 * const path = await file.save("./exports/");
 */
export async function exportTasks(
  client: AngoHubCaller,
  target: ProjectTarget,
  options: ExportTasksOptions = {},
): Promise<DownloadedFile> {
  const query = encodeExportQuery(target, options);
  const { onProgress, signal, timeoutMs = 1_800_000 } = options;
  const operation = prepareExport.id;
  const { data, error, response } = await prepareExport(client, {
    params: { query },
    timeoutMs,
    attemptTimeoutMs: timeoutMs,
    ...(signal && { signal }),
  });
  if (error !== undefined) throw error;
  const path = ["data", "exportPath"];
  const link = readLink({ operation, response, body: data, path, baseUrl: client.baseUrl });
  return download((request) => client.fetch(link, { ...request, operation, followCrossOrigin: true }), {
    operation,
    fallbackName: "export.zip",
    clock: client.clock,
    onProgress,
    signal,
  });
}
