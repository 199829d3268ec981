import { buildFilter, paginate, type CvatClient } from "@labelwire/cvat";
import { jobsList } from "@labelwire/cvat/operations";

/** A job that waits for a reviewer. */
export interface QueuedJob {
  readonly id: number;
  readonly taskId: number;
  readonly assignee: string;
}

/** The jobs that wait for a reviewer, over all pages. */
export async function listReviewQueue(cvat: CvatClient): Promise<QueuedJob[]> {
  const filter = buildFilter("jobs_list", { stage: "validation", state: "new" });
  const queue: QueuedJob[] = [];
  for await (const job of paginate(cvat, jobsList, { params: { query: { filter, page_size: 50 } } })) {
    queue.push({ id: job.id, taskId: job.task_id, assignee: job.assignee?.username ?? "nobody" });
  }
  return queue;
}
