import { readPage } from "./read-page.ts";
import { readList, readText, readUuid, type JsonObject } from "./read-values.ts";
import { Created } from "./created.ts";
import { uuid } from "./labeling-records.ts";
import type { RunningExperiment } from "./records.ts";
import { Refusal } from "./refusal.ts";
import type { Call, Routes } from "./route.ts";

/** Experiments: pending when made, in progress at the first look, done at the second; evaluations trail by one look. */
export const experimentRoutes: Routes = {
  "GET /v1/experiments": ({ query, records }) => readPage(query, records.experiments.map(show)),
  "POST /v1/experiments": ({ body, records }) => {
    const conversationIds = readList(body, "conversation_ids", 100).map(String);
    const id = uuid(8000 + records.experiments.length);
    const experiment = { id, name: readText(body, "name"), model: readText(body, "model"), conversationIds, looks: 0 };
    records.experiments.push(experiment);
    return new Created(show(experiment));
  },
  "GET /v1/experiments/{experiment_id}": (call) => {
    const experiment = find(call);
    experiment.looks += 1;
    return show(experiment);
  },
  "GET /v1/experiments/{experiment_id}/items": (call) => {
    const items = find(call).conversationIds.map((_, index) => ({
      id: uuid(9000 + index),
      source_preview: "How many legs has a cat?",
      hallucination_count: 0,
      input_tokens: 12,
      output_tokens: 2,
      latency_ms: 310.5,
      created_at: "2026-01-01T00:00:00Z",
    }));
    return readPage(call.query, items, { otherwise: 20, most: 100, next: "next_cursor" });
  },
  "GET /v1/experiments/{experiment_id}/items/{item_id}": (call) => {
    const { id, conversationIds, looks } = find(call);
    const item = readUuid(call.path["item_id"], "item_id");
    const source = conversationIds.find((_, index) => uuid(9000 + index) === item);
    if (source === undefined) throw new Refusal(404, "Experiment item not found");
    const isDone = looks > 1;
    return {
      id: item,
      experiment_id: id,
      source_conversation_id: source,
      result_conversation_id: isDone ? uuid(9500) : null,
      status: isDone ? "completed" : "pending",
      error_message: null,
      created_at: "2026-01-01T00:00:00Z",
      updated_at: "2026-01-01T00:00:00Z",
    };
  },
};

function find({ path, records }: Call): RunningExperiment {
  const id = readUuid(path["experiment_id"], "experiment_id");
  const found = records.experiments.find((experiment) => experiment.id === id);
  if (!found) throw new Refusal(404, "Experiment not found");
  return found;
}

function show({ id, name, model, conversationIds, looks }: RunningExperiment): JsonObject {
  const total = conversationIds.length;
  const [pending, running] = [looks === 0 ? total : 0, looks === 1 ? total : 0];
  const completed = total - pending - running;
  return {
    id,
    name,
    model,
    conversation_ids: conversationIds,
    completed_at: completed === total ? "2026-01-01T00:10:00Z" : null,
    status_summary: { pending, in_progress: running, completed, failed: 0, total },
    evaluations_expected: total,
    evaluations_received: looks > 2 ? total : 0,
    metrics: { issue_rate: 0, total_issues: 0, issue_labels: {} },
  };
}
