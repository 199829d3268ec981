import type { JsonObject } from "./read-values.ts";
import { invalid } from "./refusal.ts";

interface PageLimits {
  readonly otherwise: number;
  readonly most: number;
  /** The name of the cursor in the answer. */
  readonly next: "next_page_cursor" | "next_cursor";
}

const usual: PageLimits = { otherwise: 50, most: 100, next: "next_page_cursor" };

/** The page of a list that `limit` and `cursor` ask for. The cursor is opaque, and has characters that a query must escape. */
export function readPage(query: URLSearchParams, items: readonly JsonObject[], limits: PageLimits = usual): JsonObject {
  const limit = Number(query.get("limit") ?? limits.otherwise);
  if (!Number.isInteger(limit) || limit < 1 || limit > limits.most) {
    throw invalid(["query", "limit"], `Input should be from 1 to ${limits.most}`, "less_than_equal");
  }
  const sent = query.get("cursor");
  const start = sent === null ? 0 : Number(/^at\+(\d+)==$/.exec(sent)?.[1] ?? "NaN");
  if (Number.isNaN(start)) throw invalid(["query", "cursor"], "Invalid cursor");
  const end = start + limit;
  const hasMore = end < items.length;
  return {
    items: items.slice(start, end),
    has_more: hasMore,
    [limits.next]: hasMore ? `at+${end}==` : null,
    ...(limits.next === "next_page_cursor" && { query: Object.fromEntries(query) }),
  };
}
