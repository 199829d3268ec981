import { checkMembers, ConfigError, waitingRules } from "@labelwire/core";
import { sendTask } from "../generated/operations.ts";
import type { Schema, StardustCaller, StardustId } from "../types.ts";
import { id, text } from "./option-rules.ts";
import { readData } from "./read-data.ts";
import type { WaitOptions } from "./wait-options.ts";
import { waitForBatch } from "./wait-for-batch.ts";

/** A file of tasks. */
export interface TaskFile {
  readonly projectId: StardustId;
  /** A file with one `ImportRecord` a line, as `buildImportLines` writes it, at an `http:` or `https:` URL that the platform can read. */
  readonly resourceUrl: string;
}

/** What came of a sent file. */
export interface SendReport {
  readonly batchId: string;
  /** Lines in the file. */
  readonly taskCount: number;
  /** Lines that made no task. */
  readonly importFailCount: number;
  /** Those lines, and why they were refused. */
  readonly errors: readonly Schema<"TaskBatchError">[];
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
 * const { taskCount, errors } = await sendTasks(stardust, { projectId: 12, resourceUrl: "https://files.example.com/cats.jsonl" });
 * for (const { uniqueIdentifier, error } of errors) console.error(uniqueIdentifier, error);
 */
export async function sendTasks(
  client: StardustCaller,
  file: TaskFile,
  options: WaitOptions = {},
): Promise<SendReport> {
  checkMembers("file", file, { projectId: id, resourceUrl: text }, ["projectId", "resourceUrl"]);
  checkMembers("options", options, waitingRules);
  const { projectId, resourceUrl } = file;
  if (!/^https?:/i.test(resourceUrl) || !URL.canParse(resourceUrl)) {
    const message = "file.resourceUrl is not an http: or https: URL, which the platform could download from.";
    throw new ConfigError({ option: "file.resourceUrl", message });
  }
  const result = await sendTask(client, { body: { projectId, resourceUrl }, signal: options.signal });
  const { batchId } = readData({ operation: sendTask.id, result, needed: ["batchId"] });
  return waitForBatch(client, batchId, options);
}
