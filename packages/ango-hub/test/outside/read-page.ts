import { readCount, type JsonObject } from "./read-values.ts";

/** The items of the page that `page` and `limit` ask for: counted from 1, 10 on a page unless told otherwise. */
export function readPage(query: URLSearchParams, items: readonly JsonObject[], most = 100): readonly JsonObject[] {
  const page = readCount(query.get("page"), { name: "page", otherwise: 1, most: Number.MAX_SAFE_INTEGER });
  const limit = readCount(query.get("limit"), { name: "limit", otherwise: 10, most });
  return items.slice((page - 1) * limit, page * limit);
}
