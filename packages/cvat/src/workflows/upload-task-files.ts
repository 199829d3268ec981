import { mapConcurrent } from "@labelwire/core";
import type { CvatCaller } from "../types.ts";
import { uploadByTus } from "./upload-by-tus.ts";
import { uploadGroup } from "./upload-group.ts";
import type { PlannedFile } from "./plan-files.ts";
import { planShipments } from "./plan-shipments.ts";
import type { UploadNotes } from "./upload-notes.ts";
import type { UploadTarget } from "./upload-target.ts";
import type { UploadTracker } from "./upload-tracker.ts";

/** How the files of a task are uploaded. */
export interface TaskFilesOptions {
  readonly target: UploadTarget;
  readonly imageQuality: number;
  readonly blockBytes: number;
  readonly concurrency: number;
  readonly notes: UploadNotes | undefined;
  readonly tracker: UploadTracker;
  readonly signal: AbortSignal;
}

/**
 * Brings files into a task that has none yet: small ones in groups, large ones piece by piece, a few at a time. The first failure
 * ends all of it.
 *
 * @throws UploadError; the signal's reason when aborted.
 */
export async function uploadTaskFiles(
  client: CvatCaller,
  files: readonly PlannedFile[],
  { target, imageQuality, blockBytes, concurrency, notes, tracker, signal: given }: TaskFilesOptions,
): Promise<void> {
  const left = sayWhatIsLeft(target, notes !== undefined);
  const shipments = planShipments(files, { blockBytes, isResumable: notes !== undefined });
  const readsAhead = Math.min(concurrency, shipments.length) === 1;
  await mapConcurrent(shipments, { concurrency, signal: given }, async (shipment, _index, signal) => {
    if (shipment.kind === "group") {
      await uploadGroup(client, shipment.files, { target, imageQuality, signal, left });
      tracker.finished(shipment.files.map(({ name }) => name));
      return;
    }
    const { file } = shipment;
    const onOffset = (bytes: number): void => tracker.took(file.name, bytes);
    await uploadByTus(client, file, { target, blockBytes, readsAhead, notes, signal, onOffset, left });
    tracker.finished([file.name]);
  });
}

function sayWhatIsLeft({ id }: UploadTarget, isResumable: boolean): string {
  const advice = isResumable
    ? "upload again with the same resume.store to go on"
    : "delete the task, and upload to a new one";
  return `Task ${id ?? ""} keeps what has arrived, unused: ${advice}.`;
}
