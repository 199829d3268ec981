import { checkMembers, readMember, steeringRules, unwrap } from "@labelwire/core";
import { importLabels as sendLabels } from "../generated/operations.ts";
import type { AngoHubCaller, Schema } from "../types.ts";
import { checkNamesAsset } from "./check-names-asset.ts";
import { importInChunks } from "./import-in-chunks.ts";
import type { ImportOptions, ImportReport } from "./import-report.ts";
import { count, list, text } from "./option-rules.ts";
import { throwIfNothingSent } from "./throw-if-nothing-sent.ts";

/** A ready-made label: the asset by `assetId` or `externalId`, and the `answer` in the shape of the project's `categorySchema`. */
export type LabelToImport = Schema<"ImportLabelsRequest">["labels"][number];

/** What `importLabels` brings in. */
export interface LabelImport {
  /** Id of the project. */
  readonly project: string;
  /** What to bring in, each for its asset. */
  readonly labels: readonly LabelToImport[];
  /** Labels in one request. Default: 100. The platform documents no limit; smaller chunks lose less when one is refused. */
  readonly chunkSize?: number | undefined;
}

/** What became of the labels. */
export interface LabelImportReport extends ImportReport {
  /** What the platform said to each accepted request, such as how many tasks it labeled; a text for people, not to be parsed. */
  readonly messages: readonly string[];
}

/**
 * Brings ready-made labels into a project, in as many requests as it takes, and reports what was taken and what was not.
 *
 * A failure is in the report, not thrown: look at `failed`. The operation function of the same name, in
 * `@labelwire/ango-hub/operations`, is one such request.
 *
 * @throws ConfigError before anything is sent, for a label that names no asset or options that cannot be used; the signal's reason
 * when aborted.
 *
 * @example
 * const { taken, failed } = await importLabels(ango, { project, labels: [{ externalId: "cat-1.jpg", answer: { tools: [] } }] });
 */
export async function importLabels(
  client: AngoHubCaller,
  labelImport: LabelImport,
  options: ImportOptions = {},
): Promise<LabelImportReport> {
  checkMembers("labelImport", labelImport, { project: text, labels: list, chunkSize: count }, ["project", "labels"]);
  checkMembers("options", options, steeringRules);
  const { project, labels, chunkSize = 100 } = labelImport;
  checkNamesAsset("labelImport.labels", labels);
  const { answers, ...report } = await importInChunks({
    items: labels,
    chunkSize,
    send: (chunk, callOptions) => unwrap(sendLabels(client, { ...callOptions, body: { project, labels: [...chunk] } })),
    options,
  });
  throwIfNothingSent(report.taken, report.failed);
  const messages = answers.map((answer) => readMember(answer, ["data", "project"]));
  return { ...report, messages: messages.filter((message) => typeof message === "string") };
}
