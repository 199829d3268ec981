import type { Exchange, Item, MockTools } from "@labelwire/core/msw";

/** What work can be about. */
export interface Target {
  /** In the singular, as ids and operations of requests name it. */
  readonly kind: "task" | "job" | "project";
  readonly id: number;
  readonly item: Item;
}

const kinds = { tasks: "task", jobs: "job", projects: "project" } as const;

/** What the path of a request names, such as task 7 of `/api/tasks/7/data/`; undefined where there is none such. */
export function readTarget({ operation, params }: Exchange, tools: MockTools<never>): Target | undefined {
  const collection = operation.path.split("/")[2] ?? "";
  const kind = Object.hasOwn(kinds, collection) ? kinds[collection as keyof typeof kinds] : undefined; // just checked
  const item = kind && tools.item(collection, params.path["id"]);
  return item && { kind, id: Number(params.path["id"]), item };
}

/** Where a request says that its work belongs. */
export function targetFields({ kind, id, item }: Target): Item {
  const taskId = kind === "task" ? id : item["task_id"];
  return {
    target: kind,
    project_id: kind === "project" ? id : (item["project_id"] ?? null),
    task_id: kind === "project" ? null : (taskId ?? null),
    job_id: kind === "job" ? id : null,
    org_id: null,
  };
}
