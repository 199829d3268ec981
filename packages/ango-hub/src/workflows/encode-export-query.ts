import { checkMembers, steeringRules, type OptionRules } from "@labelwire/core";
import { encodeDateRange, type DateRange } from "./encode-date-range.ts";
import { encodeFilters } from "./encode-filters.ts";
import { flag, names, object, oneOf } from "./option-rules.ts";
import { readProject, type ProjectTarget } from "./project-target.ts";

/** What to export of a project. Conditions add up: a task has to meet all of them. */
export interface ExportSelection {
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
  ...steeringRules,
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
 * Turns the options of an export into the query of `GET /export`. What is undefined is left to the platform's default.
 *
 * @throws ConfigError naming the member, for what cannot be used.
 */
export function encodeExportQuery(target: ProjectTarget, options: ExportSelection): ExportQuery {
  const query: ExportQuery = { project: readProject(target) };
  checkMembers("options", options, rules);
  const { type, format, stages, batches, createdAt, updatedAt, filters } = options;
  if (type !== undefined) query.type = type;
  if (format !== undefined) query.format = format;
  if (stages !== undefined) query.stage = JSON.stringify(stages);
  if (batches !== undefined) query.batches = JSON.stringify(batches);
  const created = createdAt && encodeDateRange("options.createdAt", createdAt);
  if (created !== undefined) query.createdAt = created;
  const updated = updatedAt && encodeDateRange("options.updatedAt", updatedAt);
  if (updated !== undefined) query.updatedAt = updated;
  if (filters !== undefined) query.filters = encodeFilters("options.filters", filters);
  for (const name of switches) {
    const value = options[name];
    if (value !== undefined) query[name] = value ? "true" : "false";
  }
  return query;
}
