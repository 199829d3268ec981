const extensions = new Map([
  ["application/zip", "zip"],
  ["image/bmp", "bmp"],
  ["image/gif", "gif"],
  ["image/jpeg", "jpg"],
  ["image/png", "png"],
  ["image/tiff", "tiff"],
  ["image/webp", "webp"],
  ["video/mp4", "mp4"],
]);

/** A name for media, which the server sends without one: by what it is, with the extension of its media type. */
export function mediaFileName(stem: string, { headers }: Pick<Response, "headers">): string {
  const mediaType = headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const extension = extensions.get(mediaType);
  return extension === undefined ? stem : `${stem}.${extension}`;
}
