import { valuesByName, type MakeValue, type ValueMaker } from "@labelwire/core/msw";

const nothing: MakeValue = () => null;
const labels = ["contradiction", "fabrication", "missing source"] as const;
const label: MakeValue = ({ random }) => random.pick(labels);
const share: MakeValue = ({ random }) => random.integer(0, 100) / 100;

const byProperty: Readonly<Record<string, MakeValue>> = {
  label,
  top_label: label,
  model: () => "gpt-5-mini",
  "gen_ai.request.model": () => "gpt-5-mini",
  "gen_ai.provider.name": () => "openai",
  "gen_ai.response.finish_reasons": () => ["stop"],
  finish_reasons: () => ["stop"],
  query: () => ({}),
  parts: () => [{ type: "text", content: "A cat has four legs." }],
  tool_name: () => "search",
  parameter_name: () => "query",
  start_offset: () => 0,
  end_offset: ({ random }) => random.integer(1, 80),
  message_part_index: () => 0,
  call_count: ({ random }) => random.integer(100, 999),
  hallucinated_count: ({ random }) => random.integer(0, 99),
  source_task_id: nothing,
  source_task_assignee_id: nothing,
  review_task_id: nothing,
  assignee_id: nothing,
  source_experiment_id: nothing,
  error_message: nothing,
  issue_rate: share,
  hallucination_rate: share,
  conversation_share: share,
};

const byComponent: Readonly<Record<string, Readonly<Record<string, MakeValue>>>> = {
  LabelDefinition: { name: label },
  LabelingProject: { status: () => "active", source_type: () => "conversations" },
  ExportedProject: { status: () => "active", source_type: () => "conversations" },
  LabelingTaskSummary: { status: () => "pending", started_at: nothing, submitted_at: nothing },
  LabelingTaskDetail: { status: () => "pending", submitted_at: nothing },
  ExperimentItem: { status: () => "completed" },
  ExperimentStatusSummary: {
    pending: () => 0,
    in_progress: () => 0,
    completed: () => 3,
    failed: () => 0,
    total: () => 3,
  },
  Experiment: {
    total_items_count: () => 3,
    completed_items_count: () => 3,
    evaluations_expected: () => 3,
    evaluations_received: () => 3,
  },
  LabelingProjectConfig: { labelers_per_task: () => 1, auto_create_review_tasks: () => false },
};

/** What Blue Guardrails sends where its schemas say no more than "string" or "integer". */
export const blueGuardrailsValues: ValueMaker = valuesByName({ byComponent, byProperty });
