import { isPlainObject } from "@labelwire/core";

/** What a store keeps of the upload of one file. */
export interface UploadRecord {
  readonly version: 1;
  readonly fileId: string;
  readonly serverName?: string | undefined;
  readonly size: number;
  readonly blockBytes: number;
  /** How many blocks have been sent, or begun to be. */
  readonly blocks: number;
  /** Of the bytes in those blocks; empty for none. */
  readonly digest: string;
  /** True once the server has the whole file. */
  readonly isComplete: boolean;
}

/** Reads a record; undefined for what is none, or one of another version. */
export function readUploadRecord(text: string | null | undefined): UploadRecord | undefined {
  const value = parse(text ?? "");
  if (!isPlainObject(value)) return undefined;
  const { version, fileId, serverName, size, blockBytes, blocks, digest, isComplete } = value;
  if (version !== 1 || typeof fileId !== "string" || !/^[\w-]+$/.test(fileId)) return undefined;
  if (serverName !== undefined && typeof serverName !== "string") return undefined;
  if (!isCount(size) || !isCount(blockBytes) || !isCount(blocks) || blockBytes === 0) return undefined;
  if (typeof digest !== "string" || typeof isComplete !== "boolean") return undefined;
  return { version, fileId, serverName, size, blockBytes, blocks, digest, isComplete };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
