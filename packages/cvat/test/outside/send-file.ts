import { createHash } from "node:crypto";
import type { Answer } from "./answer.ts";
import type { Call } from "./route.ts";

interface SentFile {
  readonly bytes: Buffer;
  readonly type: string;
  /** The name to save it under. */
  readonly name?: string;
  readonly headers?: Answer["headers"];
}

/** Sends a file, or the part that a `Range` of one piece asks for. */
export function sendFile(
  { headers: { range, "if-range": ifRange } }: Call,
  { bytes, type, name, headers }: SentFile,
): Answer {
  const etag = `"${createHash("md5").update(bytes).digest("hex")}"`;
  const always = {
    "content-type": type,
    etag,
    "accept-ranges": "bytes",
    ...(name !== undefined && { "content-disposition": `attachment; filename="${name}"` }),
    ...headers,
  };
  const match = /^bytes=(\d+)-(\d*)$/.exec(range ?? "");
  if (match === null || (ifRange !== undefined && ifRange !== etag)) return { headers: always, bytes };
  const from = Number(match[1]);
  const to = match[2] === "" ? bytes.length - 1 : Math.min(Number(match[2]), bytes.length - 1);
  if (from > to) return { status: 416, headers: { "content-range": `bytes */${bytes.length}` } };
  const contentRange = `bytes ${from}-${to}/${bytes.length}`;
  return { status: 206, headers: { ...always, "content-range": contentRange }, bytes: bytes.subarray(from, to + 1) };
}
