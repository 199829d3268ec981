import { createLabelingRecords, uuid, type LabelingRecords } from "./labeling-records.ts";
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
export interface Records extends LabelingRecords {
  readonly conversations: readonly JsonObject[];
  readonly messages: readonly JsonObject[];
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
      evaluation: role === "assistant" ? { annotations: index % 3 === 0 ? [{ label: "fabrication" }] : [] } : null,
    })),
  );
  return { conversations, messages, experiments: [], traces: [], ...createLabelingRecords() };
}

function at(index: number): string {
  return new Date(Date.UTC(2025, 11, 1, index)).toISOString();
}
