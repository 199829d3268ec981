import { checkMembers } from "@labelwire/core";
import type { OptionRules } from "@labelwire/core";
import { encodeDateRange, type DateRange } from "./encode-date-range.ts";
import { encodeFilters } from "./encode-filters.ts";
import { flag, names, object, oneOf, text } from "./option-rules.ts";

/** What to export. Conditions add up: a task has to meet all of them. */
export interface ExportSelection {
  /** Id of the project. */
  readonly project: string;
  /** Tasks or issues. Default: `"task"`. */
  readonly type?: "task" | "issue" | undefined;
  /** Layout of the output. Default: `"json"`. */
  readonly format?: "json" | "split" | "ndjson" | undefined;
  /** Names of stages to keep, such as `["Complete"]`. Default: every stage. */
  readonly stages?: readonly string[] | undefined;
  /** Names of batches to keep. Default: every batch. */
  readonly batches?: readonly string[] | undefined;
  /** Tasks created in this span. Default: at any time. */
  readonly createdAt?: DateRange | undefined;
  /** Tasks updated in this span. Default: at any time. */
  readonly updatedAt?: DateRange | undefined;
  /**
   * A MongoDB query over task fields.
   *
   * @example
   * filters: { assignee: "user@example.com", externalId: { $regex: "^cat-" } }
   */
  readonly filters?: Readonly<Record<string, unknown>> | undefined;
  /** True adds the metadata of the assets. Default: false. */
  readonly includeMetadata?: boolean | undefined;
  /** True adds every change of state of each task. Default: false. */
  readonly includeHistory?: boolean | undefined;
  /** True leaves nothing but key frames in annotations of videos. Default: false. */
  readonly includeOnlyKeyFrames?: boolean | undefined;
  /** True adds the time spent idle, and with the window out of focus. Default: false. */
  readonly includeIdleBlurDurations?: boolean | undefined;
  /** True has the platform mail the link as well. Default: false. */
  readonly sendEmail?: boolean | undefined;
  /** True keeps the platform from notifying anyone of the export. Default: false. */
  readonly doNotNotify?: boolean | undefined;
}

const switches = [
  "includeMetadata",
  "includeHistory",
  "includeOnlyKeyFrames",
  "includeIdleBlurDurations",
  "sendEmail",
  "doNotNotify",
] as const;

const rules: OptionRules = {
  project: text,
  type: oneOf("task", "issue"),
  format: oneOf("json", "split", "ndjson"),
  stages: names,
  batches: names,
  createdAt: object,
  updatedAt: object,
  filters: object,
  ...Object.fromEntries(switches.map((name) => [name, flag])),
};

/** The query of `GET /export`: lists, spans and filters are JSON texts there, and switches the words `true` and `false`. */
export interface ExportQuery extends Partial<Record<(typeof switches)[number], "true" | "false">> {
  project: string;
  type?: "task" | "issue";
  format?: "json" | "split" | "ndjson";
  stage?: string;
  batches?: string;
  createdAt?: string;
  updatedAt?: string;
  filters?: string;
}

/**
 * Turns a selection into the query of `GET /export`. What is undefined is left to the platform's default.
 *
 * @throws ConfigError naming the member, for what cannot be used.
 */
export function encodeExportQuery(selection: ExportSelection): ExportQuery {
  checkMembers("selection", selection, rules, ["project"]);
  const { project, type, format, stages, batches, createdAt, updatedAt, filters } = selection;
  const query: ExportQuery = { project };
  if (type !== undefined) query.type = type;
  if (format !== undefined) query.format = format;
  if (stages !== undefined) query.stage = JSON.stringify(stages);
  if (batches !== undefined) query.batches = JSON.stringify(batches);
  const created = createdAt && encodeDateRange("selection.createdAt", createdAt);
  if (created !== undefined) query.createdAt = created;
  const updated = updatedAt && encodeDateRange("selection.updatedAt", updatedAt);
  if (updated !== undefined) query.updatedAt = updated;
  if (filters !== undefined) query.filters = encodeFilters("selection.filters", filters);
  for (const name of switches) {
    const value = selection[name];
    if (value !== undefined) query[name] = value ? "true" : "false";
  }
  return query;
}
