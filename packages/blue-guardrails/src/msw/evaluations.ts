import { isPlainObject } from "@labelwire/core";
import type { Item, MockTools } from "@labelwire/core/msw";

/** The judgements of messages within tasks, each with its annotations. */
export interface Evaluations {
  readonly all: () => readonly Evaluation[];
  readonly ofTask: (task: unknown) => readonly Evaluation[];
}

export interface Evaluation extends Item {
  readonly labeling_annotations: readonly Item[];
}

/** Evaluations as the platform joins them: each names its task, and annotations name their evaluation. */
export function createEvaluations(tools: MockTools<never>): Evaluations {
  const annotationsOf = ({ id, labeling_annotations: own }: Item): readonly Item[] => {
    // A test that seeds evaluations alone says with them what is in them.
    const isSeededWhole = tools.isHeld("evaluations") && !tools.isHeld("annotations");
    if (!isSeededWhole) return tools.items("annotations", { evaluation_id: id });
    const given = Array.isArray(own) ? own.filter(isPlainObject) : [];
    return given.map((annotation) => ({ ...annotation, evaluation_id: id }));
  };
  const select = (selection: Item): readonly Evaluation[] =>
    tools
      .items("evaluations", selection)
      .map((evaluation) => ({ ...evaluation, labeling_annotations: annotationsOf(evaluation) }));
  return { all: () => select({}), ofTask: (task) => select({ task_id: task }) };
}
