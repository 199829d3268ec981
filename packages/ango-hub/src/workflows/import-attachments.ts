import { checkMembers, readCount, readMember, steeringRules, unwrap } from "@labelwire/core";
import { importAttachments as sendAttachments } from "../generated/operations.ts";
import type { AngoHubCaller, Schema } from "../types.ts";
import { checkNamesAsset } from "./check-names-asset.ts";
import { importInChunks } from "./import-in-chunks.ts";
import type { ImportOptions, ImportReport } from "./import-report.ts";
import { count, list, text } from "./option-rules.ts";
import { throwIfNothingSent } from "./throw-if-nothing-sent.ts";

/** A further file for an asset: the asset by `assetId` or `externalId`, and where the file is. */
export type AttachmentToImport = Schema<"ImportAttachmentsRequest">["attachments"][number];

/** What `importAttachments` links. */
export interface AttachmentImport {
  /** Id of the project. */
  readonly project: string;
  /** What to link, each to its asset. */
  readonly attachments: readonly AttachmentToImport[];
  /** Attachments in one request. Default: 100. The platform documents no limit. */
  readonly chunkSize?: number | undefined;
}

/** What became of the attachments. */
export interface AttachmentImportReport extends ImportReport {
  /** How many attachments the platform says it linked, over all accepted requests. */
  readonly attachmentsImported: number;
  /** How many assets the platform says it changed; one that is in two requests counts twice. */
  readonly assetsUpdated: number;
}

/**
 * Links further files to assets of a project, in as many requests as it takes, and reports what was taken and what was not.
 *
 * A failure is in the report, not thrown: look at `failed`. The operation function of the same name, in
 * `@labelwire/ango-hub/operations`, is one such request.
 *
 * @throws ConfigError before anything is sent, for an attachment that names no asset or options that cannot be used; the signal's
 * reason when aborted.
 *
 * @example
 * await importAttachments(ango, { project, attachments: [{ externalId: "cat-1.jpg", attachmentUrl: "https://example.com/cat-1.txt" }] });
 */
export async function importAttachments(
  client: AngoHubCaller,
  attachmentImport: AttachmentImport,
  options: ImportOptions = {},
): Promise<AttachmentImportReport> {
  checkMembers("attachmentImport", attachmentImport, { project: text, attachments: list, chunkSize: count }, [
    "project",
    "attachments",
  ]);
  checkMembers("options", options, steeringRules);
  const { project, attachments, chunkSize = 100 } = attachmentImport;
  checkNamesAsset("attachmentImport.attachments", attachments);
  const { answers, ...report } = await importInChunks({
    items: attachments,
    chunkSize,
    send: (chunk, callOptions) =>
      unwrap(sendAttachments(client, { ...callOptions, body: { project, attachments: [...chunk] } })),
    options,
  });
  throwIfNothingSent(report.taken, report.failed);
  const sum = (name: "attachmentsImported" | "assetsUpdated"): number =>
    answers.reduce<number>(
      (total, answer) => total + (readCount(readMember(answer, ["data", "project", name])) ?? 0),
      0,
    );
  return { ...report, attachmentsImported: sum("attachmentsImported"), assetsUpdated: sum("assetsUpdated") };
}
