import { putFile, type TransferProgress } from "@labelwire/core";
import { getUploadUrl } from "../generated/operations.ts";
import type { AngoHubCaller } from "../types.ts";
import type { PlannedUpload } from "./plan-uploads.ts";
import { readLink } from "./read-link.ts";

/** Where files are kept. */
export interface StorageChoice {
  readonly project: string;
  readonly storage?: string | undefined;
  readonly bucket?: string | undefined;
}

interface FileToStore extends StorageChoice {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  readonly onProgress: (progress: TransferProgress) => void;
}

/**
 * Asks for a signed address and sends the bytes of one file there, without the key.
 *
 * @returns The address without its signature, which is what the import takes.
 */
export async function storeFile(
  client: AngoHubCaller,
  { name, body: bytes }: PlannedUpload,
  { project, storage, bucket, signal, timeoutMs, onProgress }: FileToStore,
): Promise<string> {
  const query = {
    name,
    project,
    type: "assets" as const,
    ...(storage !== undefined && { storageId: storage }),
    ...(bucket !== undefined && { bucket }),
  };
  const { data: body, error, response } = await getUploadUrl(client, { params: { query }, signal, timeoutMs });
  if (error !== undefined) throw error;
  const path = ["data", "uploadUrl"];
  const link = readLink({ operation: getUploadUrl.id, response, body, path, baseUrl: client.baseUrl });
  await putFile({
    url: link.href,
    body: bytes,
    name,
    // The key stays here even where the storage shares the platform's origin.
    fetch: (url, init) => client.fetch(url, { ...init, credentials: "omit", operation: "uploadFiles" }),
    clock: client.clock,
    onProgress,
    signal,
    timeoutMs,
  });
  return `${link.origin}${link.pathname}`;
}
