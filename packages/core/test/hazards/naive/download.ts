import { Buffer } from "node:buffer";
import fs from "node:fs/promises";
import path from "node:path";
import type { DownloadOptions, OpenDownload } from "@labelwire/core";

/** Fetches a file and saves it under the name that the server gives. */
export async function download(open: OpenDownload, { signal, fallbackName }: DownloadOptions = {}): Promise<object> {
  const response = await open({ headers: {}, signal: signal ?? new AbortController().signal });
  const disposition = response.headers.get("content-disposition") ?? "";
  const found = /filename[^;=\n]*=((['"]).*?\2|[^;\n]*)/.exec(disposition)?.[1];
  const name = found?.replace(/['"]/g, "") ?? fallbackName ?? "download";
  return {
    name,
    size: Number(response.headers.get("content-length")),
    mediaType: response.headers.get("content-type"),
    stream: () => response.body,
    blob: () => response.blob(),
    bytes: async () => new Uint8Array(await response.arrayBuffer()),
    text: () => response.text(),
    save: async (target: string) => {
      const file = path.join(target, name);
      await fs.writeFile(file, Buffer.from(await response.arrayBuffer()));
      return file;
    },
    cancel: () => undefined,
  };
}
