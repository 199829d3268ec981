/** A file as a storage keeps it. */
export interface StoredFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  /** With its quotes, as the header has it. */
  readonly etag: string;
  /** The name to save it under; absent where the storage suggests none. */
  readonly fileName?: string;
}

/** Answers GET and HEAD for a file as a storage does: whole, or the one range asked for (RFC 9110, section 14). */
export function serveBytes(request: Request, { bytes, mediaType, etag, fileName }: StoredFile): Response {
  const headers = new Headers({ "accept-ranges": "bytes", "content-type": mediaType, etag });
  if (fileName !== undefined) headers.set("content-disposition", `attachment; filename="${fileName}"`);
  const range = applies(request, etag) ? readRange(request.headers.get("range"), bytes.length) : undefined;
  if (range === "unsatisfiable") {
    return new Response(null, { status: 416, headers: { "content-range": `bytes */${String(bytes.length)}` } });
  }
  const body = range ? bytes.slice(range.first, range.last + 1) : bytes;
  headers.set("content-length", String(body.length));
  if (range) headers.set("content-range", `bytes ${String(range.first)}-${String(range.last)}/${String(bytes.length)}`);
  return new Response(request.method === "HEAD" ? null : body, { status: range ? 206 : 200, headers });
}

/** A range of a file that has changed since would be mixed with the old one: then the whole is sent. */
function applies({ headers }: Request, etag: string): boolean {
  const condition = headers.get("if-range");
  return condition === null || condition === etag;
}

type ByteRange = { readonly first: number; readonly last: number } | "unsatisfiable" | undefined;

function readRange(header: string | null, length: number): ByteRange {
  const parts = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  const [, from = "", to = ""] = parts ?? [];
  if (from === "" && to === "") return undefined;
  const first = from === "" ? Math.max(length - Number(to), 0) : Number(from);
  const last = from === "" || to === "" ? length - 1 : Math.min(Number(to), length - 1);
  return first <= last ? { first, last } : "unsatisfiable";
}
