import type { Exchange, MockTools } from "@labelwire/core/msw";
import { plainText } from "./plain-text.ts";

/** A file that has arrived whole. */
export interface ArrivedFile {
  /** The id of its upload, by which imports ask for it. */
  readonly fileId: string;
  readonly name: string;
  readonly content: Blob;
}

/** Files on their way to the endpoints of a mock, by CVAT's variant of TUS (server 2.73). */
export interface TusStore {
  /** Forgets what an endpoint has been sent so far. */
  readonly begin: (endpoint: string) => void;
  /** Answers the creation of a file; `tellsName` where the endpoint answers the file's own name, and not the id of its upload. */
  readonly create: (exchange: Exchange, place: { readonly endpoint: string; readonly tellsName: boolean }) => Response;
  /** Answers HEAD and PATCH of a file. */
  readonly handle: (exchange: Exchange) => Promise<Response>;
  /** Keeps files that came in a form. */
  readonly keep: (endpoint: string, files: readonly File[]) => void;
  /** Takes out all that has arrived at an endpoint. */
  readonly takeAll: (endpoint: string) => readonly ArrivedFile[];
  /** Takes out one file by the id of its upload; undefined where it has not arrived. */
  readonly take: (endpoint: string, fileId: string) => ArrivedFile | undefined;
}

interface Upload {
  readonly name: string;
  readonly length: number;
  readonly endpoint: string;
  parts: readonly Blob[];
  offset: number;
}

const mostBytes = 26_843_545_600;

/** Makes a {@link TusStore} that holds nothing. */
export function createTusStore(tools: MockTools<never>): TusStore {
  const uploads = new Map<string, Upload>();
  const arrived = new Map<string, readonly ArrivedFile[]>();
  let count = 0;

  const newId = (): string => {
    const digits = tools.random(`upload|${String((count += 1))}`).hex(32);
    return `1_${digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")}`;
  };
  const add = (endpoint: string, file: ArrivedFile): void => {
    arrived.set(endpoint, [...(arrived.get(endpoint) ?? []), file]);
  };
  const isTaken = (endpoint: string, name: string): boolean =>
    (arrived.get(endpoint) ?? []).some((file) => file.name === name) ||
    [...uploads.values()].some((upload) => upload.endpoint === endpoint && upload.name === name);

  return {
    begin: (endpoint) => {
      arrived.delete(endpoint);
    },
    keep: (endpoint, files) => {
      for (const file of files) add(endpoint, { fileId: newId(), name: file.name, content: file });
    },
    take: (endpoint, fileId) => {
      const files = arrived.get(endpoint) ?? [];
      const found = files.find((file) => file.fileId === fileId);
      arrived.set(
        endpoint,
        files.filter((file) => file !== found),
      );
      return found;
    },
    takeAll: (endpoint) => {
      const files = arrived.get(endpoint) ?? [];
      arrived.delete(endpoint);
      return files;
    },
    create: ({ request, url }, { endpoint, tellsName }) => {
      const name = readName(request.headers.get("upload-metadata"));
      const length = Number(request.headers.get("upload-length"));
      if (name === undefined || name === "") return plainText(400, "File name is missing");
      if (name.split("/").includes("..")) return plainText(400, "File name is not allowed");
      // What the server does with an empty file.
      if (!(length > 0)) return plainText(500, "<h1>Server Error (500)</h1>");
      if (length > mostBytes) return plainText(413, "File size exceeds the limit");
      if (tellsName && isTaken(endpoint, name)) return plainText(409, "File with same name already exists");
      const id = newId();
      uploads.set(id, { name, length, endpoint, parts: [], offset: 0 });
      const headers = {
        "tus-resumable": "1.0.0",
        location: `${url.origin}${endpoint}/${id}`,
        "upload-filename": encodeName(tellsName ? name : id),
      };
      return new Response(null, { status: 201, headers });
    },
    handle: async ({ request, params }) => {
      const id = String(params.path["file"]);
      const upload = uploads.get(id);
      if (!upload) return new Response(null, { status: 404 });
      if (request.method === "HEAD") return state(upload, 200);
      if (Number(request.headers.get("upload-offset")) !== upload.offset) return new Response(null, { status: 409 });
      const part = await request.clone().blob();
      if (upload.offset + part.size > upload.length) return new Response(null, { status: 413 });
      upload.parts = [...upload.parts, part];
      upload.offset += part.size;
      if (upload.offset === upload.length) {
        uploads.delete(id);
        add(upload.endpoint, { fileId: id, name: upload.name, content: new Blob([...upload.parts]) });
      }
      return state(upload, 204);
    },
  };
}

function state({ offset, length }: Upload, status: number): Response {
  const headers = { "tus-resumable": "1.0.0", "upload-offset": String(offset), "upload-length": String(length) };
  return new Response(null, { status, headers });
}

/** Metadata are pairs with commas between them: a name, a space, a value in Base64. */
function readName(metadata: string | null): string | undefined {
  const pairs = (metadata ?? "").split(",").map((pair) => pair.trim().split(" "));
  const value = pairs.find(([key]) => key === "filename")?.[1];
  if (value === undefined) return undefined;
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(value), (character) => character.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

/** Headers carry ASCII alone: Django writes other names as an encoded word (RFC 2047). */
function encodeName(name: string): string {
  if (/^[ -~]*$/.test(name)) return name;
  const bytes = Array.from(new TextEncoder().encode(name), (byte) => String.fromCharCode(byte)).join("");
  return `=?utf-8?b?${btoa(bytes)}?=`;
}
