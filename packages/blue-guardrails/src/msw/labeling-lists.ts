import type { Exchange, Item, MockTools } from "@labelwire/core/msw";
import { madeUpId } from "./made-up-id.ts";

type Select = (exchange: Exchange, items: readonly Item[]) => readonly Item[] | undefined;

/** Narrows tasks by their lane, and annotations by the task and the project that they were made in. */
export function createLabelingLists(tools: MockTools<never>): Select {
  const narrow: Readonly<Record<string, Select>> = {
    list_labeling_tasks: ({ params }, tasks) => {
      const { lane } = params.query;
      if (lane === undefined) return undefined;
      const isWanted = lane === "review";
      if (isWanted && !tools.isHeld("tasks")) {
        return tasks.map((task) => ({ ...task, source_task_id: sourceTaskId(tools, task) }));
      }
      return tasks.filter((task) => isReview(task) === isWanted);
    },
    list_labeling_annotations: ({ params }, annotations) => {
      const { task_id: task, project_id: project } = params.query;
      // An annotation names its evaluation, and only that its task: without evaluations there is nothing to go by.
      if ((task === undefined && project === undefined) || !tools.isHeld("evaluations")) return undefined;
      const ofTask = tools.items("evaluations", task === undefined ? {} : { task_id: task });
      const tasks = project === undefined || !tools.isHeld("tasks") ? undefined : taskIds(project);
      const wanted = new Set(ofTask.filter(({ task_id: id }) => tasks?.has(id) ?? true).map(({ id }) => id));
      return annotations.filter(({ evaluation_id: id }) => wanted.has(id));
    },
  };

  const taskIds = (project: unknown): ReadonlySet<unknown> =>
    new Set(tools.items("tasks", { project_id: project }).map(({ id }) => id));

  return (exchange, items) => narrow[exchange.operation.id]?.(exchange, items);
}

/** The task that a task reviews which is made up for a review. */
export function sourceTaskId(tools: MockTools<never>, { id }: Item): unknown {
  return madeUpId(tools, `source|${String(id)}`);
}

/** A review has a task that it reviews. */
export function isReview({ source_task_id: source }: Item): boolean {
  return typeof source === "string";
}
