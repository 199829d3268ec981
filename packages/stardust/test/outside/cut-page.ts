import { Refusal } from "./refusal.ts";

export interface PageRequest {
  /** Counted from 1. Default: 1. */
  readonly offset: unknown;
  /** Default: 10. */
  readonly limit: unknown;
  /** More than this is not given, however many are asked for. */
  readonly most?: number;
  /** The code of a page that cannot be had. */
  readonly code: number;
}

/** One page of a list, with the count of all. */
export function cutPage(items: readonly object[], { offset, limit, most = Infinity, code }: PageRequest): object {
  const [page, asked] = [Number(offset ?? 1), Number(limit ?? 10)];
  if (![page, asked].every((one) => Number.isInteger(one) && one >= 1)) throw new Refusal(code, "Invalid Parameter");
  const size = Math.min(asked, most);
  return { count: items.length, data: items.slice((page - 1) * size, page * size) };
}
