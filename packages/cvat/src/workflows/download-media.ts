import { download, type DownloadedFile, type DownloadRequest } from "@labelwire/core";
import type { CvatCaller } from "../types.ts";
import type { MediaDownloadOptions } from "./download-options.ts";
import { fetchWhenReady, type MediaRequest } from "./fetch-when-ready.ts";
import { mediaFileName } from "./media-file-name.ts";
import { requireFile } from "./require-file.ts";

/** What to download. */
export interface MediaDownload extends Omit<MediaRequest, "timeoutMs"> {
  /** The file's name, without an extension. */
  readonly stem: string;
  /** True where the server may say with 204 that there is none. */
  readonly mayBeNone?: boolean;
  readonly options: MediaDownloadOptions;
}

/** Media whose download has begun. */
export interface DownloadedMedia extends Pick<Response, "status" | "headers"> {
  readonly file: DownloadedFile;
}

/** Waits until media is ready, and begins to download it. */
export async function downloadMedia(client: CvatCaller, media: MediaDownload): Promise<DownloadedMedia> {
  const { operation, stem, mayBeNone = false, options } = media;
  const { timeoutMs = 300_000, signal, onProgress } = options;
  const request = { ...media, timeoutMs };
  let first: Response | undefined;
  const open = async (transfer: DownloadRequest): Promise<Response> => {
    const response = await fetchWhenReady(client, request, transfer);
    first ??= response;
    return mayBeNone && response.status === 204 ? response : requireFile(response, operation);
  };
  const file = await download(open, {
    operation,
    fileName: (response) => mediaFileName(stem, response),
    // Chunks come with neither tag nor date. The sum covers their length and first bytes alone (server 2.73), and how it is made is
    // documented nowhere: it tells two chunks apart, but verifies nothing.
    versionHeader: "x-checksum",
    clock: client.clock,
    onProgress,
    signal,
  });
  const { status, headers } = first ?? new Response(); // there is one: the download has begun
  return { file, status, headers };
}
