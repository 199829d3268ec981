import { isApiError, isConfigError, UploadError } from "@labelwire/core";
import type { CvatCaller } from "../types.ts";
import type { BlockReader } from "./file-blocks.ts";
import { sendByTus } from "./send-by-tus.ts";
import type { TusSession } from "./tus-session.ts";
import { openBlocks } from "./open-blocks.ts";
import { openUploadJournal, type UploadJournal } from "./upload-journal.ts";
import type { PlannedFile } from "./plan-files.ts";
import type { UploadNotes } from "./upload-notes.ts";
import { uploadUrl, type UploadTarget } from "./upload-target.ts";
import { reasonOf } from "./reason-of.ts";

/** How a file is uploaded by TUS. */
export interface TusUploadOptions {
  readonly target: UploadTarget;
  /** The most bytes in one request. */
  readonly blockBytes: number;
  /** True reads a block while the one before it is sent, which costs its memory: of no use where other files are sent meanwhile. */
  readonly readsAhead: boolean;
  /** Notes how far the upload is. */
  readonly notes?: UploadNotes | undefined;
  readonly signal: AbortSignal;
  /** Told how many bytes the server has taken. */
  readonly onOffset: (bytes: number) => void;
  /** What errors say about what stays on the server. */
  readonly left: string;
}

/** Where a store keeps what it knows about a file's upload. */
export function uploadKey(client: CvatCaller, target: UploadTarget, name: string): string {
  return `labelwire:${uploadUrl(client, target)}#${name}`;
}

/**
 * Uploads one file by CVAT's variant of TUS.
 *
 * @returns The name that the server has told for the file, or the id of its upload where it has told none.
 * @throws UploadError, with the last failure as its cause; the signal's reason when aborted.
 */
export async function uploadByTus(client: CvatCaller, file: PlannedFile, options: TusUploadOptions): Promise<string> {
  const { target, blockBytes, readsAhead, notes, signal, onOffset } = options;
  const { name, blob } = file;
  const session: TusSession = { size: blob.size, fileId: undefined, serverName: undefined, offset: 0, sentBytes: 0 };
  let reader: BlockReader | undefined;
  try {
    reader = await openBlocks(file, { buffers: readsAhead ? 2 : 1 });
    const key = uploadKey(client, target, name);
    const journal = notes && (await openUploadJournal(file, { notes, key, reader, blockBytes, signal }));
    if (journal?.found) adopt(session, journal);
    if (journal?.found?.isComplete !== true) {
      await sendByTus({
        client,
        target,
        session,
        signal,
        name,
        blob,
        reader,
        size: blob.size,
        blockBytes: journal?.blockBytes ?? blockBytes,
        readsAhead,
        onBlock: journal?.sending,
        onCreated: journal?.created,
        onOffset,
      });
      await journal?.completed();
    }
    onOffset(blob.size);
    return session.serverName ?? session.fileId ?? name;
  } catch (error) {
    signal.throwIfAborted();
    throw isConfigError(error)
      ? error
      : failed(file, { operation: target.operation, error, session, left: options.left });
  } finally {
    // Of a file that was read, nothing can be lost.
    await reader?.close().catch(() => undefined);
  }
}

/** Takes over an upload that an earlier run has begun. */
function adopt(session: TusSession, { found, blockBytes }: UploadJournal): void {
  session.fileId = found?.fileId;
  session.serverName = found?.serverName;
  session.sentBytes = Math.min((found?.blocks ?? 0) * blockBytes, session.size);
}

interface FailedUpload {
  readonly operation: string;
  readonly error: unknown;
  readonly session: TusSession;
  readonly left: string;
}

function failed({ name }: PlannedFile, { operation, error, session, left }: FailedUpload): UploadError {
  const { offset, size } = session;
  const reason = reasonOf(error);
  const isTaken = isApiError(error) && error.status === 409;
  const why =
    isTaken && session.fileId === undefined ? "the server has another file of this name there already" : reason;
  const message = `The upload of ${name} failed at byte ${offset} of ${size}: ${why}. ${left}`;
  return new UploadError({ operation, fileName: name, uploadedBytes: offset, message, cause: error });
}
