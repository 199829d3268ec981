import { checkMembers, readMember, unwrap } from "@labelwire/core";
import { importLabels as sendLabels } from "../generated/operations.ts";
import type { AngoHubCaller, Schema } from "../types.ts";
import { checkNamesAsset } from "./check-names-asset.ts";
import { importInChunks } from "./import-in-chunks.ts";
import { importRules, type ImportOptions } from "./import-options.ts";
import type { ImportReport } from "./import-report.ts";
import { readProject, type ProjectTarget } from "./project-target.ts";
import { throwIfNothingSent } from "./throw-if-nothing-sent.ts";

/** A ready-made label: the asset by `assetId` or `externalId`, and the `answer` in the shape of the project's `categorySchema`. */
export type LabelToImport = Schema<"ImportLabelsRequest">["labels"][number];

/** What steers {@link importLabels}. */
export type ImportLabelsOptions = ImportOptions;

/** What became of the labels. */
export interface ImportLabelsReport extends ImportReport {
  /** What the platform said to each accepted request, such as how many tasks it labeled; a text for people, not to be parsed. */
  readonly messages: readonly string[];
}

/**
 * Brings ready-made labels into a project, in as many requests as it takes, and reports what was imported and what was not.
 *
 * A failure is in the report, not thrown: look at `failed`. The operation function of the same name, in
 * `@labelwire/ango-hub/operations`, is one such request.
 *
 * @throws ConfigError before anything is sent, for a label that names no asset or options that cannot be used; the signal's reason
 * when aborted.
 *
 * @example
 * const { imported, failed } = await importLabels(ango, { project }, [{ externalId: "cat-1.jpg", answer: { tools: [] } }]);
 */
export async function importLabels(
  client: AngoHubCaller,
  target: ProjectTarget,
  labels: readonly LabelToImport[],
  options: ImportLabelsOptions = {},
): Promise<ImportLabelsReport> {
  const project = readProject(target);
  checkMembers("options", options, importRules);
  checkNamesAsset("labels", labels);
  const { answers, ...report } = await importInChunks({
    items: labels,
    send: (chunk, callOptions) => unwrap(sendLabels(client, { ...callOptions, body: { project, labels: [...chunk] } })),
    options,
  });
  throwIfNothingSent(report.imported, report.failed);
  const messages = answers.map((answer) => readMember(answer, ["data", "project"]));
  return { ...report, messages: messages.filter((message) => typeof message === "string") };
}
