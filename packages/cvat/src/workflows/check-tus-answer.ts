import { TusFault } from "./tus-fault.ts";
import { readTusFileId } from "./read-tus-file-id.ts";
import { decodeMimeWords } from "./decode-mime-words.ts";
import type { TusSession } from "./tus-session.ts";

/** A request of an upload that the server has answered with success. */
interface AnsweredRequest {
  readonly method: string;
  readonly headers: Headers;
  /** Bytes that the request sent. */
  readonly sentBytes: number;
}

/**
 * Notes what an answer says about an upload. tus-js-client believes any offset: one that does not advance would have it send the
 * same bytes forever, and one that goes too far would leave a hole in the file.
 *
 * @throws TusFault for what cannot be true.
 */
export function checkTusAnswer(session: TusSession, { method, headers, sentBytes }: AnsweredRequest): void {
  if (method === "POST") {
    session.fileId = readTusFileId(headers.get("location"));
    if (session.fileId === undefined)
      throw new TusFault("the server gave the upload no usable Location; check that baseUrl is that of CVAT", "none");
    // Browsers do not show it across origins.
    session.serverName = decodeMimeWords(headers.get("upload-filename") ?? "") || undefined;
    session.offset = 0;
    session.sentBytes = 0;
    return;
  }
  const offset = readCount(headers, "upload-offset");
  if (method === "HEAD") {
    const length = readCount(headers, "upload-length");
    if (length !== session.size) {
      throw new TusFault(`the server's upload has ${length} bytes, and the file ${session.size}`, "restart");
    }
    if (offset > session.sentBytes) {
      const problem = `the server claims to have ${offset} bytes, and ${session.sentBytes} have been sent`;
      throw new TusFault(problem, "restart");
    }
  } else if (offset <= session.offset || offset > session.offset + sentBytes) {
    const problem = `the server went from byte ${session.offset} to ${offset} when it was sent ${sentBytes} bytes`;
    throw new TusFault(problem, "continue");
  }
  session.offset = offset;
}

function readCount(headers: Headers, name: string): number {
  const value = headers.get(name) ?? "";
  const count = Number(value);
  if (/^\d+$/.test(value) && Number.isSafeInteger(count)) return count;
  throw new TusFault(`the server's answer has no usable ${name}`, "continue");
}
