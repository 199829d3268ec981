import type { JsonObject } from "./read-values.ts";
import { readOneOf } from "./read-values.ts";
import { invalid } from "./refusal.ts";
import type { Call, Routes } from "./route.ts";

const minutes: Readonly<Record<string, number>> = { minute: 1, "10_minutes": 10, hour: 60, day: 1440 };

/** Figures of a range of time, whose start belongs to it and whose end does not. They are counted from the messages there are. */
export const analyticsRoutes: Routes = {
  "GET /v1/analytics/issues-timeseries": (call) => {
    // Conversations have no tags here, so that to ask for any finds nothing.
    const tags = ["filter[conversation_tags][any]", "filter[run_tags][any]"].flatMap((name) => call.query.getAll(name));
    return series(call, tags.length > 0).map(({ found, clear, ...point }) => ({
      ...point,
      with_issues: found,
      without_issues: clear,
    }));
  },
  "GET /v1/analytics/hallucinations-timeseries": (call) =>
    series(call, false).map(({ found, clear, ...point }) => ({
      ...point,
      with_hallucinations: found,
      without_hallucinations: clear,
    })),
  "GET /v1/analytics/hallucinations-summary-stats": (call) => {
    const { found, clear, ...counts } = countBetween(call, ...readRange(call));
    return {
      ...counts,
      messages_with_hallucinations: found,
      messages_without_hallucinations: clear,
      total_hallucinations: found,
      hallucination_rate: found === 0 ? 0 : found / (found + clear),
      input_tokens: counts.total_messages * 12,
      output_tokens: counts.total_evaluated_messages * 2,
      total_cost_usd: 0.25,
    };
  },
  "GET /v1/analytics/hallucinations-label-distribution": (call) => {
    const { found } = countBetween(call, ...readRange(call));
    return found === 0 ? [] : [{ label: "fabrication", count: found }];
  },
  "GET /v1/analytics/agent-tool-stats": (call) => {
    readRange(call);
    const search = { tool_name: "search", call_count: 40, hallucinated_count: 2, conversation_share: 0.5 };
    return {
      tools: [
        { ...search, top_label: "fabrication" },
        { ...search, tool_name: "send", top_label: null },
      ],
    };
  },
  "GET /v1/analytics/parameter-hallucination-rates": (call) => {
    readRange(call);
    const tool = call.query.get("tool_name");
    if (tool === null) throw invalid(["query", "tool_name"], "Field required", "missing");
    const breakdown = [{ label: "fabrication", count: 2 }];
    const parameters = [{ parameter_name: "query", hallucination_count: 2, label_breakdown: breakdown }];
    return { tool_name: tool, parameters: tool === "search" ? parameters : [] };
  },
};

interface Counts {
  readonly total_messages: number;
  readonly total_evaluated_messages: number;
  readonly found: number;
  readonly clear: number;
}

function series(call: Call, isEmpty: boolean): readonly (Counts & { readonly timestamp: string })[] {
  const bucket = readOneOf(call.query.get("bucket") ?? "hour", ["query", "bucket"], Object.keys(minutes));
  const width = (minutes[bucket] ?? 60) * 60_000;
  const [start, end] = readRange(call);
  const count = Math.max(Math.ceil((end - start) / width), 0);
  return Array.from({ length: isEmpty ? 0 : count }, (_, index) => {
    const from = start + index * width;
    const timestamp = new Date(from).toISOString();
    return { timestamp, ...countBetween(call, from, Math.min(from + width, end)) };
  });
}

function countBetween({ records }: Call, start: number, end: number): Counts {
  const inside = records.messages.filter((message) => {
    const at = Date.parse(String(message["created_at"]));
    return at >= start && at < end;
  });
  const evaluated = inside.filter(({ role }) => role === "assistant");
  const found = evaluated.filter((message: JsonObject) => message["hallucination_count"] !== 0).length;
  const clear = evaluated.length - found;
  return { total_messages: inside.length, total_evaluated_messages: evaluated.length, found, clear };
}

function readRange({ query }: Call): readonly [start: number, end: number] {
  return [readInstant(query, "start"), readInstant(query, "end")];
}

function readInstant(query: URLSearchParams, name: string): number {
  const text = query.get(name);
  if (text === null) throw invalid(["query", name], "Field required", "missing");
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw invalid(["query", name], "Input should be a valid datetime", "datetime_parsing");
  return instant;
}
