import { checkMembers, readCount, readMember, unwrap } from "@labelwire/core";
import { importAttachments as sendAttachments } from "../generated/operations.ts";
import type { AngoHubCaller, Schema } from "../types.ts";
import { checkNamesAsset } from "./check-names-asset.ts";
import { importInChunks } from "./import-in-chunks.ts";
import { importRules, type ImportOptions } from "./import-options.ts";
import type { ImportReport } from "./import-report.ts";
import { readProject, type ProjectTarget } from "./project-target.ts";
import { throwIfNothingSent } from "./throw-if-nothing-sent.ts";

/** A further file for an asset: the asset by `assetId` or `externalId`, and where the file is. */
export type AttachmentToImport = Schema<"ImportAttachmentsRequest">["attachments"][number];

/** What steers {@link importAttachments}. */
export type ImportAttachmentsOptions = ImportOptions;

/** What became of the attachments. */
export interface ImportAttachmentsReport extends ImportReport {
  /** How many attachments the platform says it linked, over all accepted requests. */
  readonly attachmentsImported: number;
  /** How many assets the platform says it changed; one that is in two requests counts twice. */
  readonly assetsUpdated: number;
}

/**
 * Links further files to assets of a project, in as many requests as it takes, and reports what was imported and what was not.
 *
 * A failure is in the report, not thrown: look at `failed`. The operation function of the same name, in
 * `@labelwire/ango-hub/operations`, is one such request.
 *
 * @throws ConfigError before anything is sent, for an attachment that names no asset or options that cannot be used; the signal's
 * reason when aborted.
 *
 * @example
 * await importAttachments(ango, { project }, [{ externalId: "cat-1.jpg", attachmentUrl: "https://example.com/cat-1.txt" }]);
 */
export async function importAttachments(
  client: AngoHubCaller,
  target: ProjectTarget,
  attachments: readonly AttachmentToImport[],
  options: ImportAttachmentsOptions = {},
): Promise<ImportAttachmentsReport> {
  const project = readProject(target);
  checkMembers("options", options, importRules);
  checkNamesAsset("attachments", attachments);
  const { answers, ...report } = await importInChunks({
    items: attachments,
    send: (chunk, callOptions) =>
      unwrap(sendAttachments(client, { ...callOptions, body: { project, attachments: [...chunk] } })),
    options,
  });
  throwIfNothingSent(report.imported, report.failed);
  const sum = (name: "attachmentsImported" | "assetsUpdated"): number =>
    answers.reduce<number>(
      (total, answer) => total + (readCount(readMember(answer, ["data", "project", name])) ?? 0),
      0,
    );
  return { ...report, attachmentsImported: sum("attachmentsImported"), assetsUpdated: sum("assetsUpdated") };
}
