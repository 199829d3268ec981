import { UploadError, type TransferProgress } from "@labelwire/core";
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
  { name, data: bytes }: PlannedUpload,
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
  onProgress({ loadedBytes: 0 });
  const answer = await client.fetch(link, {
    method: "PUT",
    // Without its type: storages that sign the header as well expect none, as the vendor's SDK sends none.
    body: bytes.slice(0, bytes.size, ""),
    credentials: "omit",
    operation: "uploadFiles",
    signal,
    timeoutMs,
    attemptTimeoutMs: timeoutMs,
  });
  if (!answer.ok) {
    throw new UploadError({
      message: `storage ${answer.status}`,
      fileName: name,
      uploadedBytes: 0,
      operation: "uploadFiles",
    });
  }
  return `${link.origin}${link.pathname}`;
}
