import type { Item, MockTools } from "@labelwire/core/msw";
import type { Evaluation, Evaluations } from "./evaluations.ts";
import { isReview } from "./labeling-lists.ts";

interface Exported {
  readonly project: unknown;
  readonly messageIds: readonly string[];
}

/**
 * The three maps of an export, by the ids of messages, which is likely and not documented. Evaluations that are held are in them: of a
 * project's reviews as `review`, and of its other tasks as `primary`. Where none are, every message has an annotation in each map.
 */
export function exportAnnotations(
  { tools, evaluations }: { readonly tools: MockTools<never>; readonly evaluations: Evaluations },
  { project, messageIds }: Exported,
): Item {
  if (!tools.isHeld("evaluations")) {
    const made = (layer: string): Item =>
      Object.fromEntries(
        messageIds.map((key) => [key, [tools.value("ExportAnnotation", { purpose: `${layer}|${key}` })]]),
      );
    return { automated: made("automated"), primary: made("primary"), review: made("review") };
  }
  const all = evaluations.all();
  // Without tasks nothing says of which project an evaluation is, or that it is a review.
  if (!tools.isHeld("tasks")) return { automated: {}, primary: byMessage(all), review: {} };
  const tasks = new Map(tools.items("tasks", { project_id: project }).map((task) => [task["id"], task]));
  const ofLane = (wantsReview: boolean): Item =>
    byMessage(
      all.filter(({ task_id: id }) => {
        const task = tasks.get(id);
        return task !== undefined && isReview(task) === wantsReview;
      }),
    );
  return { automated: {}, primary: ofLane(false), review: ofLane(true) };
}

function byMessage(evaluations: readonly Evaluation[]): Item {
  const groups = new Map<string, readonly Item[]>();
  for (const { message_id: message, labeling_annotations: annotations } of evaluations) {
    const key = String(message);
    groups.set(key, [...(groups.get(key) ?? []), ...annotations.map(shorten)]);
  }
  return Object.fromEntries(groups);
}

/** What an export says of an annotation. */
function shorten({ id, label, status, text, start_offset, end_offset, message_part_index, explanation }: Item): Item {
  return { id, label, status, text, start_offset, end_offset, message_part_index, explanation };
}
