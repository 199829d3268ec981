import type { ApiError, Result } from "@labelwire/core";
import type { Schema } from "../types.ts";
import type { ExportOptions } from "./export-options.ts";

/** What steers the call that starts an export. */
export interface ExportCall {
  readonly signal: AbortSignal | null | undefined;
  readonly timeoutMs: number;
}

/** Where the file goes, as the server's parameters have it. */
export interface ExportDestination {
  readonly location: "local" | "cloud_storage";
  readonly cloud_storage_id?: number;
  readonly filename?: string;
}

/** What the server is asked to make. */
export interface ExportPlan {
  /** What errors call the export: the operationId of its start. */
  readonly operation: string;
  /** The file's name where neither the caller nor the server gives one. */
  readonly fallbackName: string;
  readonly start: (destination: ExportDestination, call: ExportCall) => Promise<Result<Schema<"RqId">>>;
  /** Makes the error to throw of the server's refusal to start. Default: the refusal itself. */
  readonly explain?: (error: ApiError) => Promise<ApiError>;
  readonly options: ExportOptions;
}
