import { checkMembers, ConfigError, waitingRules, type WaitOptions } from "@labelwire/core";
import { sendTask } from "../generated/operations.ts";
import type { Schema, StardustCaller } from "../types.ts";
import { text } from "./option-rules.ts";
import { readProject, type ProjectTarget } from "./project-target.ts";
import { readData } from "./read-data.ts";
import { waitForBatch } from "./wait-for-batch.ts";

/** A file of tasks. */
export interface TaskFile {
  /** A file with one `ImportRecord` a line, as `buildImportLines` writes it, at an `http:` or `https:` URL that the platform can read. */
  readonly resourceUrl: string;
}

/** What steers {@link sendTasks}. */
export type SendTasksOptions = WaitOptions;

/** What became of a sent file. */
export interface SendTasksReport {
  readonly batchId: string;
  /** Lines in the file. */
  readonly total: number;
  /** Lines that have become tasks. */
  readonly imported: number;
  /** The lines that have not, and why; empty when all have. Should the platform list fewer than it counts, `total` minus `imported` is right. */
  readonly failed: readonly Schema<"TaskBatchError">[];
  /** The platform's code for how the batch ended; only 3 is documented, by a sample. */
  readonly status: number;
}

/**
 * Sends tasks: has the platform download a file of JSON lines, and waits until it has made tasks of it.
 *
 * Lines that are refused do not fail the others: they are in the report, each with its reason. The file is downloaded by the
 * platform, so it must stay where it is until then.
 *
 * @throws ConfigError before anything is sent, for a URL or an id that cannot be used; JobFailedError when the batch ends in a status
 * that means failure or that this version does not know; JobTimeoutError at the deadline (the batch may go on: `waitForBatch`);
 * ApiError when the platform refuses; the signal's reason when aborted.
 *
 * @example
 * const { failed } = await sendTasks(stardust, { project: 12 }, { resourceUrl: "https://files.example.com/cats.jsonl" });
 * for (const { uniqueIdentifier, error } of failed) console.error(uniqueIdentifier, error);
 */
export async function sendTasks(
  client: StardustCaller,
  target: ProjectTarget,
  file: TaskFile,
  options: SendTasksOptions = {},
): Promise<SendTasksReport> {
  const projectId = readProject(target);
  checkMembers("file", file, { resourceUrl: text }, ["resourceUrl"]);
  checkMembers("options", options, waitingRules);
  const { resourceUrl } = file;
  if (!/^https?:/i.test(resourceUrl) || !URL.canParse(resourceUrl)) {
    const message = "file.resourceUrl is not an http: or https: URL, which the platform could download from.";
    throw new ConfigError({ option: "file.resourceUrl", message });
  }
  const result = await sendTask(client, { body: { projectId, resourceUrl }, signal: options.signal });
  const { batchId } = readData({ operation: sendTask.id, result, needed: ["batchId"] });
  return waitForBatch(client, batchId, options);
}
