import { callingRules, checkArgument, checkMembers, unwrap } from "@labelwire/core";
import { exportLabelingProject as requestExport, getLabelingProject } from "../generated/operations.ts";
import { isUuid } from "../is-uuid.ts";
import type { BlueGuardrailsCaller, Schema } from "../types.ts";
import { text } from "./option-rules.ts";

/** What steers {@link exportLabelingProject}. */
export interface ExportLabelingProjectOptions {
  /** Milliseconds that the answer may take: the platform makes all of it while the call waits. Default: 1,800,000 (30 minutes). */
  readonly timeoutMs?: number | undefined;
  /** Ends the call when aborted; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | null | undefined;
}

/**
 * Exports a labeling project whole: the project, its conversations with all messages, and its annotations in three maps by who made
 * them. The platform does not say what the keys of the maps are: `joinAnnotations` ties them to messages as far as they can be.
 *
 * @param project - The project's UUID, or its slug, for which the UUID is looked up first: an export takes no slug.
 * @throws ConfigError for an option that cannot be used; ApiError when the platform refuses; the signal's reason when aborted.
 *
 * @example
 * const exported = await exportLabelingProject(guardrails, "support-answers");
 * const { joined, unmatched } = joinAnnotations(exported, "review");
 */
export async function exportLabelingProject(
  client: BlueGuardrailsCaller,
  project: string,
  options: ExportLabelingProjectOptions = {},
): Promise<Schema<"LabelingProjectExport">> {
  checkArgument("project", project, text);
  checkMembers("options", options, callingRules);
  const { signal, timeoutMs = 1_800_000 } = options;
  const id = isUuid(project) ? project : await findProject(client, project, signal);
  const params = { path: { project_id: id } };
  return unwrap(requestExport(client, { params, signal, timeoutMs, attemptTimeoutMs: timeoutMs }));
}

async function findProject(
  client: BlueGuardrailsCaller,
  slug: string,
  signal: AbortSignal | null | undefined,
): Promise<string> {
  const params = { path: { project_id_or_slug: slug } };
  const { id } = await unwrap(getLabelingProject(client, { params, signal }));
  return id;
}
