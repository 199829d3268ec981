import { openFileBlocks } from "#file-blocks";
import type { BlockReader, FileToRead } from "./file-blocks.ts";
import { TusFault } from "./tus-fault.ts";
import type { PlannedFile } from "./plan-files.ts";

/** Opens a file to read it piece by piece. */
export async function openBlocks(
  { blob, path }: Pick<PlannedFile, "blob" | "path">,
  { buffers }: Pick<FileToRead, "buffers">,
): Promise<BlockReader> {
  const onDisk = path === undefined ? undefined : await openFileBlocks({ path, size: blob.size, buffers });
  if (onDisk) return onDisk;
  return {
    read: (start, end) => readBlob(blob.slice(start, end), end - start),
    renew: () => undefined,
    close: () => Promise.resolve(),
  };
}

async function readBlob(blob: Blob, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const buffer = await blob.arrayBuffer().catch((cause: unknown) => {
    throw new TusFault("the file could not be read: it has changed, or is not there any more", "none", cause);
  });
  if (buffer.byteLength !== length) throw new TusFault("the file has become shorter while it was sent", "none");
  return new Uint8Array(buffer);
}
