import type { StardustErrorCode } from "../error-codes.ts";

const maxBytes = 104_857_600;

/** Why an uploaded file is refused: it is empty, too large, no ZIP file, or one without files. Undefined for a good one. */
export async function readArchiveFault(file: unknown): Promise<StardustErrorCode | undefined> {
  if (!(file instanceof Blob) || file.size === 0) return 5707;
  if (file.size > maxBytes) return 5708;
  const signature = String.fromCharCode(...new Uint8Array(await file.slice(0, 4).arrayBuffer()));
  if (signature === "PK\u0005\u0006") return 5710;
  return signature === "PK\u0003\u0004" ? undefined : 5709;
}
