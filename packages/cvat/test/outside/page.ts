import type { Answer } from "./answer.ts";
import type { JsonObject } from "./json-value.ts";
import { refuseDetail } from "./refusal.ts";
import type { Call } from "./route.ts";

/** What the server takes for its own address, behind a proxy that it knows nothing of. */
export const internalOrigin = "http://cvat-server:8080";

/** One page of rows in the envelope; its links are as wrong as behind a proxy. */
export function answerPage({ pathname, query }: Call, rows: readonly JsonObject[]): Answer {
  const size = readPageSize(query.get("page_size"), rows.length);
  const last = Math.max(1, Math.ceil(rows.length / size));
  const given = query.get("page") ?? "1";
  const page = given === "last" ? last : Number(given);
  if (!Number.isInteger(page) || page < 1 || page > last) throw refuseDetail(404, "Invalid page.");
  const link = (to: number): string | null => {
    if (to < 1 || to > last) return null;
    const target = new URL(pathname, internalOrigin);
    for (const [name, value] of query) if (name !== "page") target.searchParams.append(name, value);
    if (to > 1) target.searchParams.set("page", String(to)); // the first page has no number
    return target.href;
  };
  const results = rows.slice((page - 1) * size, page * size);
  return { json: { count: rows.length, next: link(page + 1), previous: link(page - 1), results } };
}

function readPageSize(given: string | null, all: number): number {
  if (given === "all") return Math.max(1, all);
  const size = Number(given);
  return Number.isInteger(size) && size > 0 ? size : 10;
}
