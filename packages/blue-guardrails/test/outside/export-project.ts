import { uuid, type Project } from "./labeling-records.ts";
import type { JsonObject } from "./read-values.ts";
import type { Records } from "./records.ts";

/** A project whole. One annotation is under its message's id, and one under a key that is no message's. */
export function exportProject(project: Project, records: Records): JsonObject {
  const annotation = {
    id: uuid(7100),
    label: "fabrication",
    status: "accepted",
    text: "Five.",
    start_offset: 0,
    end_offset: 5,
    message_part_index: 0,
    explanation: null,
  };
  return {
    project: { ...project, created_by_name: "Ada" },
    conversations: records.conversations.slice(0, 2).map(({ id }) => ({
      id,
      messages: records.messages.filter((message) => message["conversation_id"] === id).map(exportMessage),
    })),
    annotations: { automated: {}, primary: {}, review: { [uuid(1001)]: [annotation], [uuid(4000)]: [annotation] } },
  };
}

function exportMessage({ id, role, parts }: JsonObject): JsonObject {
  return {
    id,
    role,
    parts,
    "gen_ai.request.model": role === "assistant" ? "gpt-5-mini" : null,
    "gen_ai.provider.name": role === "assistant" ? "openai" : null,
    "gen_ai.usage.input_tokens": 12,
    "gen_ai.usage.output_tokens": 2,
    "gen_ai.response.finish_reasons": ["stop"],
  };
}
