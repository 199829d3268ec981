import type { JsonObject } from "./read-values.ts";

/** An experiment, and how often it was looked at. */
export interface RunningExperiment {
  readonly id: string;
  readonly name: string;
  readonly model: string;
  readonly conversationIds: readonly string[];
  looks: number;
}

/** What the platform holds. */
export interface Records {
  readonly conversations: readonly JsonObject[];
  readonly messages: readonly JsonObject[];
  readonly project: JsonObject;
  readonly experiments: RunningExperiment[];
  /** Bodies of traces that wait for being worked through. */
  readonly traces: Buffer[];
}

export function createRecords(): Records {
  const conversations = Array.from({ length: 120 }, (_, index) => ({
    id: uuid(index),
    type: "trace",
    external_id: `session-${index}`,
    created_at: at(index),
    updated_at: at(index),
    message_count: 2,
    annotation_count: index % 3 === 0 ? 1 : 0,
    generation_models: ["gpt-5-mini"],
    tags: {},
  }));
  const messages = conversations.flatMap((conversation, index) =>
    (["user", "assistant"] as const).map((role, place) => ({
      id: uuid(1000 + index * 2 + place),
      conversation_id: conversation.id,
      role,
      parts: [{ type: "text", content: role === "user" ? "How many legs has a cat?" : "Five." }],
      sequence_number: place,
      created_at: at(index),
      updated_at: at(index),
      hallucination_count: role === "assistant" && index % 3 === 0 ? 1 : 0,
    })),
  );
  return { conversations, messages, project: createProject(), experiments: [], traces: [] };
}

function createProject(): JsonObject {
  return {
    id: uuid(5000),
    name: "Support answers",
    slug: "support-answers",
    source_type: "conversations",
    label_schema: [{ name: "fabrication", description: "" }],
    config: { labelers_per_task: 1, auto_create_review_tasks: false },
    status: "completed",
    created_by: uuid(6000),
    created_at: at(0),
    updated_at: at(0),
  };
}

export function uuid(index: number): string {
  return `497f6eca-6276-4993-bfeb-${index.toString(16).padStart(12, "0")}`;
}

function at(index: number): string {
  return new Date(Date.UTC(2025, 11, 1, index)).toISOString();
}
