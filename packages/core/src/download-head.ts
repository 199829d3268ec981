import { describeStatus } from "./describe-status.ts";
import { discard } from "./discard.ts";
import { ApiError } from "./errors.ts";
import { readRequestId } from "./read-request-id.ts";

/** What the head of an answer says of the file, and what tells whether a later answer is of the same file. */
export interface DownloadHead {
  /** Bytes in the file; undefined where the server does not say, or says how many there are compressed. */
  readonly size?: number;
  readonly mediaType?: string;
  /** What tells this file from a later one: a strong entity tag, else the date of change, else the version header of the options. */
  readonly validator?: string;
  /** True where `If-Range` can hold the validator; false for a version header, which only a comparison can use. */
  readonly isConditional: boolean;
}

/** @param versionHeader - Read where the server gives neither a tag nor a date. */
export function readDownloadHead({ headers }: Response, versionHeader?: string): DownloadHead {
  const encoding = headers.get("content-encoding") ?? "identity";
  const length = headers.get("content-length") ?? "";
  // What comes compressed is unpacked on the way: neither lengths nor ranges of the packed bytes are of use then.
  const isPlain = encoding.toLowerCase() === "identity";
  const mediaType = headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
  const standard = isPlain ? readValidator(headers) : undefined;
  const validator = standard ?? (isPlain && versionHeader ? (headers.get(versionHeader) ?? undefined) : undefined);
  return {
    isConditional: standard !== undefined,
    ...(isPlain && /^\d{1,15}$/.test(length) && { size: Number(length) }),
    ...(mediaType && { mediaType }),
    ...(validator && { validator }),
  };
}

/** A weak tag promises the same meaning, not the same bytes (RFC 9110 §13.1.5). */
function readValidator(headers: Headers): string | undefined {
  const tag = headers.get("etag");
  if (tag?.startsWith('"')) return tag;
  return tag === null ? (headers.get("last-modified") ?? undefined) : undefined;
}

/** The error for an answer that is no file. */
export function refusedDownload(operation: string, response: Response): ApiError {
  discard(response);
  const { status } = response;
  const expired = status === 403 || status === 404 || status === 410;
  const hint = expired ? " Links to files expire: ask for a new one if this one is old." : "";
  return new ApiError({
    operation,
    message: `${operation}: the download was answered ${describeStatus(response)}.${hint}`,
    status,
    requestId: readRequestId(response),
    body: undefined,
  });
}
