import { randomUUID } from "node:crypto";
import type { Answer } from "./answer.ts";
import { notFound, Refusal, refuseDetail, refuseString } from "./refusal.ts";

interface Upload {
  readonly endpoint: string;
  readonly name: string;
  readonly length: number;
  readonly chunks: Buffer[];
}

const mostBytes = 26_843_545_600;

/** Uploads in pieces, by the platform's variant of TUS 1.0, and the files that have arrived so or in a form. */
export class TusStore {
  readonly #uploads = new Map<string, Upload>();
  readonly #files = new Map<string, Map<string, Buffer>>();

  /** The files that wait at an endpoint, by the names that it finds them under. */
  files(endpoint: string): Map<string, Buffer> {
    const files = this.#files.get(endpoint) ?? new Map<string, Buffer>();
    this.#files.set(endpoint, files);
    return files;
  }

  /** Begins an upload, whose address is made of an origin that only the server knows. */
  create(
    endpoint: string,
    request: { readonly headers: NodeJS.Dict<string | string[]>; readonly userId: number },
  ): Answer {
    const metadata = /(?:^|,)\s*filename ([^,]*)/.exec(String(request.headers["upload-metadata"] ?? ""))?.[1];
    const name = Buffer.from(metadata ?? "", "base64").toString();
    const length = Number(request.headers["upload-length"]);
    const isData = endpoint.endsWith("/data");
    if (name === "") throw refuseString(400, "File name is missing");
    if (name.includes("../")) throw refuseString(400, "File name is not allowed");
    if (length > mostBytes) throw refuseString(413, "File size exceeds max limit");
    if (length === 0) throw new Refusal({ status: 500, text: "<h1>Server Error (500)</h1>" });
    if (isData && this.files(endpoint).has(name)) throw refuseString(409, "File with same name already exists");
    const id = `${request.userId}_${randomUUID()}`;
    this.#uploads.set(id, { endpoint, name, length, chunks: [] });
    const headers = {
      location: `http://cvat-server:8080${endpoint}/${id}`,
      "upload-filename": encodeWord(isData ? name : id),
      "tus-resumable": "1.0.0",
    };
    return { status: 201, headers };
  }

  /** Answers HEAD with how far an upload has come. */
  look(endpoint: string, id: string, userId: number): Answer {
    const upload = this.#find(endpoint, id, userId);
    return { headers: { "upload-offset": offsetOf(upload), "upload-length": upload.length, "tus-resumable": "1.0.0" } };
  }

  /** Takes a piece; after the last one, the upload is a file, and not known as an upload any more. */
  append(
    endpoint: string,
    id: string,
    piece: { readonly userId: number; readonly offset: number; readonly bytes: Buffer },
  ): Answer {
    const upload = this.#find(endpoint, id, piece.userId);
    if (piece.offset !== offsetOf(upload)) return { status: 409 };
    if (piece.offset + piece.bytes.length > upload.length) return { status: 413 };
    upload.chunks.push(piece.bytes);
    const offset = offsetOf(upload);
    if (offset === upload.length) {
      this.#uploads.delete(id);
      this.files(endpoint).set(endpoint.endsWith("/data") ? upload.name : id, Buffer.concat(upload.chunks));
    }
    return { status: 204, headers: { "upload-offset": offset, "tus-resumable": "1.0.0" } };
  }

  #find(endpoint: string, id: string, userId: number): Upload {
    if (!id.startsWith(`${userId}_`)) throw refuseDetail(403, "You do not have permission to perform this action.");
    const upload = this.#uploads.get(id);
    if (upload?.endpoint !== endpoint) throw notFound();
    return upload;
  }
}

function offsetOf({ chunks }: Upload): number {
  return chunks.reduce((sum, chunk) => sum + chunk.length, 0);
}

/** A header holds ASCII; what does not fit is an encoded word (RFC 2047), as Django writes it. */
function encodeWord(name: string): string {
  return /^[\x20-\x7e]*$/.test(name) ? name : `=?utf-8?b?${Buffer.from(name).toString("base64")}?=`;
}
