import { uuid } from "./labeling-records.ts";
import { isObject, readList, type JsonObject } from "./read-values.ts";
import { invalid } from "./refusal.ts";
import type { Call, Routes } from "./route.ts";

/** The detector, by its two names, and what it looks for. */
export const detectionRoutes: Routes = {
  "POST /v1/evaluate": detect,
  "POST /v1/detect-hallucinations": detect,
  "PUT /v1/hallucination-configs": configure,
  "POST /v1/hallucination-configs": configure,
};

function detect({ body }: Call): JsonObject {
  const last = readList(body, "messages").at(-1);
  if (!isObject(last) || last["role"] !== "assistant") {
    throw invalid(["body", "messages"], "The last message must be from the assistant");
  }
  const text = String(last["content"]);
  const isStored = body["store_conversation"] !== false;
  return {
    annotations: [
      {
        text,
        label: "fabrication",
        explanation: "A cat has four legs.",
        message_part_index: 0,
        start_offset: 0,
        end_offset: text.length,
        tool_name: null,
        parameter_name: null,
      },
    ],
    usage: { input_tokens: 12, billable_tokens: 12, cost_cents: 1 },
    evaluation_id: isStored ? uuid(7000) : null,
    conversation_id: isStored ? uuid(0) : null,
  };
}

function configure({ body }: Call): JsonObject {
  const labels = readList(body, "labels");
  labels.forEach((label, index) => {
    const missing = ["name", "description"].find((name) => !isObject(label) || typeof label[name] !== "string");
    if (missing !== undefined) throw invalid(["body", "labels", index, missing], "Field required", "missing");
  });
  return { id: uuid(7001), workspace_id: uuid(7002), labels, domain_context: body["domain_context"] ?? null };
}
