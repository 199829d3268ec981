import type { ApiError } from "./errors.ts";

/**
 * What every call resolves to: `data` or `error`, and the HTTP `response` beside either.
 *
 * Check `error` first and TypeScript narrows `data`. A business failure inside HTTP 200 is an `error` too; `response.ok`
 * is then true beside it. The body of `response` has been read.
 */
export type Result<D> =
  { data: D; error?: never; response: Response } | { data?: never; error: ApiError; response: Response };
