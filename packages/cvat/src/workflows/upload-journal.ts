import { TusFault } from "./tus-fault.ts";
import type { BlockReader } from "./file-blocks.ts";
import type { TusSession } from "./tus-session.ts";
import { chainDigest } from "./chain-digest.ts";
import type { PlannedFile } from "./plan-files.ts";
import { readUploadRecord, type UploadRecord } from "./upload-record.ts";
import type { UploadNotes } from "./upload-notes.ts";

/** Notes how far the upload of one file is, and what an earlier run has noted. */
export interface UploadJournal {
  /** How the file is cut; as the earlier run has cut it. */
  readonly blockBytes: number;
  /** What the earlier run has noted, if its file had the same bytes. */
  readonly found: UploadRecord | undefined;
  /** An upload was created for the file. */
  readonly created: (session: TusSession) => Promise<void>;
  /** A block is about to be sent. */
  readonly sending: (index: number, block: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** The server has the whole file. */
  readonly completed: () => Promise<void>;
}

interface JournalOptions {
  readonly notes: UploadNotes;
  readonly key: string;
  readonly reader: BlockReader;
  readonly blockBytes: number;
  readonly signal: AbortSignal;
}

/**
 * Opens the journal of a file. Before an upload goes on, the bytes that were sent are read again and compared by their digest: name,
 * size and time of a file can be the same while its bytes are not, and half of each would be a broken file on the server.
 */
export async function openUploadJournal(
  { blob }: PlannedFile,
  { notes, key, reader, blockBytes: wanted, signal }: JournalOptions,
): Promise<UploadJournal> {
  const record = readUploadRecord(await notes.get(key));
  const blockBytes = record?.blockBytes ?? wanted;
  /** Digests of the file's beginning, by block. */
  const digests: string[] = [];

  const digest = async (index: number, block: Uint8Array<ArrayBuffer>): Promise<string> => {
    const computed = await chainDigest(digests[index - 1] ?? "", block);
    digests[index] ??= computed;
    if (digests[index] !== computed) throw new TusFault("the file has changed while it was sent", "none");
    return computed;
  };
  const isSame = async ({ size, blocks, digest: noted }: UploadRecord): Promise<boolean> => {
    if (size !== blob.size || (blocks - 1) * blockBytes >= size) return false;
    for (let index = 0; index < blocks; index += 1) {
      signal.throwIfAborted();
      await digest(index, await reader.read(index * blockBytes, Math.min((index + 1) * blockBytes, size)));
    }
    return noted === (digests[blocks - 1] ?? "");
  };

  const found = record && (await isSame(record)) ? record : undefined;
  let current = found;
  const change = (members: Partial<UploadRecord> & Pick<UploadRecord, "fileId">): string => {
    const base = { version: 1, size: blob.size, blockBytes, blocks: 0, digest: "", isComplete: false } as const;
    current = { ...base, ...current, ...members };
    return JSON.stringify(current);
  };
  return {
    blockBytes,
    found,
    created: async ({ fileId, serverName }) => {
      if (fileId === undefined) return;
      await notes.set(key, change({ fileId, serverName, blocks: 0, digest: "", isComplete: false }));
    },
    sending: async (index, block) => {
      const computed = await digest(index, block);
      if (!current || index < current.blocks) return;
      await notes.set(key, change({ ...current, blocks: index + 1, digest: computed }));
    },
    completed: async () => {
      // Not to be lost for a note: the bytes are there.
      if (current) await notes.trySet(key, change({ ...current, isComplete: true }));
    },
  };
}
