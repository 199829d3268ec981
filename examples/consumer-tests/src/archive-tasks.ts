import { exportDataset, isJobFailedError, paginate } from "@labelwire/cvat";
import { tasksList } from "@labelwire/cvat/operations";
import { cvat } from "./cvat.ts";

/** What became of each task. */
export interface ArchiveReport {
  /** Paths of the archives. */
  readonly saved: readonly string[];
  /** Tasks that the server could not export, and why. */
  readonly failed: readonly string[];
}

/** Exports every completed task into a folder. A task that the server cannot export does not keep it from the others. */
export async function archiveTasks(folder: string): Promise<ArchiveReport> {
  const saved: string[] = [];
  const failed: string[] = [];
  for await (const { id, name } of paginate(cvat, tasksList, { params: { query: { status: "completed" } } })) {
    try {
      const file = await exportDataset(cvat, { task: id }, { format: "COCO 1.0" });
      saved.push(await file.save(folder));
    } catch (error) {
      if (!isJobFailedError(error)) throw error;
      failed.push(`${name}: ${error.message}`);
    }
  }
  return { saved, failed };
}
