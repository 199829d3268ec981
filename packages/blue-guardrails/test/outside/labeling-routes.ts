import { readUuid } from "./read-values.ts";
import { uuid } from "./records.ts";
import { Refusal } from "./refusal.ts";
import { readPage } from "./read-page.ts";
import type { Routes } from "./route.ts";

/** Labeling projects, and the export of one. */
export const labelingRoutes: Routes = {
  "GET /v1/labeling-projects": ({ query, records }) => readPage(query, [records.project]),
  "GET /v1/labeling-projects/{project}": ({ path, records }) => {
    const { id, slug } = records.project;
    if (path["project"] !== id && path["project"] !== slug) throw new Refusal(404, "Labeling project not found");
    return records.project;
  },
  "GET /v1/labeling-projects/{project}/export": ({ path, records }) => {
    const id = readUuid(path["project"], "project_id");
    if (id !== records.project["id"]) throw new Refusal(404, "Labeling project not found");
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
      project: { ...records.project, created_by_name: "Ada" },
      conversations: records.conversations.slice(0, 2).map(({ id: conversation }) => ({
        id: conversation,
        messages: records.messages
          .filter((message) => message["conversation_id"] === conversation)
          .map(({ id: message, role, parts }) => ({
            id: message,
            role,
            parts,
            "gen_ai.request.model": role === "assistant" ? "gpt-5-mini" : null,
            "gen_ai.provider.name": role === "assistant" ? "openai" : null,
            "gen_ai.usage.input_tokens": 12,
            "gen_ai.usage.output_tokens": 2,
            "gen_ai.response.finish_reasons": ["stop"],
          })),
      })),
      annotations: { automated: {}, primary: {}, review: { [uuid(1001)]: [annotation], [uuid(4000)]: [annotation] } },
    };
  },
};
