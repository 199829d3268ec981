import { download, isApiError, type DownloadedFile, type DownloadRequest } from "@labelwire/core";
import type { CvatCaller, Schema } from "../types.ts";
import type { ExportPlan } from "./export-plan.ts";
import { exportResultPath } from "./export-result-path.ts";
import { requireFile } from "./require-file.ts";
import { exportDueMs, runExport } from "./run-export.ts";

/** Has the server make a file, and begins to download it. */
export async function exportToFile(client: CvatCaller, plan: ExportPlan): Promise<DownloadedFile> {
  const dueMs = exportDueMs(client, plan);
  const request = await runExport(client, plan, dueMs);
  try {
    return await downloadResult(client, plan, request);
  } catch (error) {
    if (!isExpired(error)) throw error;
    // While nothing changes the server hands out what it has made before, and that may have been dropped just now.
    return downloadResult(client, plan, await runExport(client, plan, dueMs));
  }
}

function downloadResult(client: CvatCaller, plan: ExportPlan, request: Schema<"Request">): Promise<DownloadedFile> {
  const { operation, fallbackName, options } = plan;
  const { fileName, onProgress, signal } = options;
  const path = exportResultPath(request);
  const init = { operation, followCrossOrigin: true, rejectErrors: true };
  const open = async (transfer: DownloadRequest): Promise<Response> =>
    requireFile(await client.fetch(path, { ...transfer, ...init }), operation);
  return download(open, {
    operation,
    // A browser hides Content-Disposition of a server on another origin, and its path would call every file "download".
    fileName: ({ headers }) => fileName ?? (headers.has("content-disposition") ? undefined : fallbackName),
    clock: client.clock,
    onProgress: onProgress && ((progress) => onProgress({ phase: "downloading", ...progress })),
    signal,
  });
}

/** True for the answers of a server that has dropped the file (404, and 410 by its meaning), or has forgotten the whole export (400; server 2.73). */
function isExpired(error: unknown): boolean {
  if (!isApiError(error)) return false;
  return (
    error.status === 404 ||
    error.status === 410 ||
    (error.status === 400 && /unknown export request/i.test(error.message))
  );
}
