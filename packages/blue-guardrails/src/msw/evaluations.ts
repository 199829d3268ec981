import { isPlainObject } from "@labelwire/core";
import type { Item, MockTools } from "@labelwire/core/msw";

/** The judgements of messages within tasks, which hold the annotations. */
export interface Evaluations {
  /** Those of a task, with their annotations. */
  readonly ofTask: (task: unknown) => readonly Item[];
}

/** Evaluations as the platform joins them: each names its task, and annotations name their evaluation. */
export function createEvaluations(tools: MockTools<never>): Evaluations {
  const annotationsOf = ({ id, labeling_annotations: own }: Item): readonly Item[] => {
    // A test that seeds evaluations alone says with them what is in them.
    const isSeededWhole = tools.isHeld("evaluations") && !tools.isHeld("annotations");
    if (!isSeededWhole) return tools.items("annotations", { evaluation_id: id });
    return Array.isArray(own)
      ? own.filter(isPlainObject).map((annotation) => ({ ...annotation, evaluation_id: id }))
      : [];
  };
  return {
    ofTask: (task) =>
      tools
        .items("evaluations", { task_id: task })
        .map((evaluation) => ({ ...evaluation, labeling_annotations: annotationsOf(evaluation) })),
  };
}
