import type { JsonObject } from "./read-values.ts";

export interface Project extends JsonObject {
  readonly id: string;
  readonly slug: string;
}

export interface Task extends JsonObject {
  readonly id: string;
  readonly project_id: string;
  readonly status: string;
  /** The task that this one reviews. */
  readonly source_task_id: string | null;
  assignee_id: string | null;
}

/** The judgement of one message within a task. */
export interface Evaluation extends JsonObject {
  readonly id: string;
  readonly task_id: string;
}

export interface Annotation extends JsonObject {
  readonly id: string;
  readonly evaluation_id: string;
}

/** What the labeling of the platform holds. */
export interface LabelingRecords {
  readonly projects: Project[];
  readonly tasks: Task[];
  readonly evaluations: readonly Evaluation[];
  readonly annotations: Annotation[];
}

const taskCount = 8;

/** One project with tasks to label and, from the sixth on, to review; each has one evaluation, and that one finding. */
export function createLabelingRecords(): LabelingRecords {
  const project = createProject();
  const tasks = Array.from({ length: taskCount }, (_, index) => createTask(project.id, index));
  const evaluations = tasks.map(({ id }, index) => createEvaluation(id, index));
  const annotations = evaluations.map(({ id }, index) => createAnnotation(id, index));
  return { projects: [project], tasks, evaluations, annotations };
}

function createProject(): Project {
  return {
    id: uuid(5000),
    name: "Support answers",
    slug: "support-answers",
    labeling_guide: null,
    source_type: "conversations",
    source_experiment_id: null,
    source_filter_snapshot: null,
    label_schema: [{ name: "fabrication", description: "" }],
    config: { labelers_per_task: 1, auto_create_review_tasks: false },
    status: "active",
    created_by: uuid(6000),
    ...times,
    task_count: taskCount,
    completed_task_count: 1,
    avg_completion_seconds: 81.5,
  };
}

function createTask(project: string, index: number): Task {
  const isReview = index >= 5;
  return {
    id: uuid(5100 + index),
    project_id: project,
    conversation_id: uuid(index),
    assignee_id: null,
    status: index === 0 ? "submitted" : "pending",
    source_task_id: isReview ? uuid(5100 + index - 5) : null,
    sequence_number: index + 1,
    ...times,
    started_at: null,
    submitted_at: null,
    active_duration_seconds: 0,
  };
}

function createEvaluation(task: string, index: number): Evaluation {
  return {
    id: uuid(5200 + index),
    task_id: task,
    message_id: uuid(1001 + index * 2),
    creator_user_id: null,
    creator_model_config: "detector",
    origin_evaluation_id: null,
    parent_labeling_evaluation_id: null,
  };
}

function createAnnotation(evaluation: string, index: number): Annotation {
  return {
    id: uuid(5300 + index),
    evaluation_id: evaluation,
    origin_annotation_id: uuid(5400 + index),
    parent_labeling_annotation_id: null,
    status: "pending",
    start_offset: 0,
    end_offset: 5,
    label: "fabrication",
    text: "Five.",
    explanation: null,
    message_part_index: 0,
    reviewed: false,
    ...times,
  };
}

const times = { created_at: "2025-12-01T00:00:00Z", updated_at: "2025-12-01T00:00:00Z" };

export function uuid(index: number): string {
  return `497f6eca-6276-4993-bfeb-${index.toString(16).padStart(12, "0")}`;
}
