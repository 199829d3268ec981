import type { CvatCaller } from "../types.ts";
import type { CloudExport } from "./export-options.ts";
import type { ExportPlan } from "./export-plan.ts";
import { runExport } from "./run-export.ts";

/** Has the server make a file and write it into a cloud storage. */
export async function exportToCloudStorage(
  client: CvatCaller,
  plan: ExportPlan,
  cloudStorageId: number,
): Promise<CloudExport> {
  const { fileName } = plan.options;
  const request = await runExport(client, plan);
  return { location: "cloud_storage", cloudStorageId, ...(fileName !== undefined && { fileName }), request };
}
