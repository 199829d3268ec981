import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { FileStore } from "@tus/file-store";
import { Server } from "@tus/server";
import { empty, json } from "./tus-answers.ts";
import { answerRest } from "./tus-rest.ts";
import type { Fault, TusTestServer, UploadRequest } from "./tus-server-types.ts";

const MOST_BYTES = 26_843_545_600;
const ENDPOINT =
  /^(\/api\/(?:tasks\/\d+\/data|tasks\/\d+\/annotations|jobs\/\d+\/annotations|projects\/\d+\/dataset|tasks\/backup|projects\/backup))\/?(?:([\w-]+))?$/;

interface Options {
  /** What stands before `/api`, as behind a proxy. */
  readonly prefix?: string;
  /** True lets pages of other origins call, and hides `Upload-Filename` from them, as CVAT does. */
  readonly isOpen?: boolean;
}

/**
 * The uploads of CVAT 2.73 on a real socket: `@tus/server` keeps the bytes, and what is around it behaves as the server's own code does.
 * Headers count by their presence, `Location` has a scheme and a host that nobody reaches, names come MIME-encoded, a wrong offset is a 409
 * without `Upload-Offset`, and what is complete is forgotten.
 */
export async function startTusServer({ prefix = "", isOpen = false }: Options = {}): Promise<TusTestServer> {
  const folder = await mkdtemp(path.join(tmpdir(), "cvat-tus-"));
  const tus = new Server({
    path: "/",
    datastore: new FileStore({ directory: folder }),
    namingFunction: () => `1_${randomUUID()}`,
    generateUrl: (_request, { id }) => id,
    getFileIdFromRequest: (_request, last) => last,
  });
  let openRequests = 0;
  let working = 0;
  const uploads = new Map<string, { readonly endpoint: string; readonly name: string; readonly size: number }>();
  const state: TusTestServer = {
    baseUrl: "",
    requests: [],
    files: new Map(),
    dataRequests: new Map(),
    imports: [],
    work: new Map(),
    begun: new Map(),
    tasks: new Map(),
    openRequests: () => openRequests,
    isIdle: () => working === 0,
    fault: () => undefined,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
  const filesOf = (endpoint: string): Map<string, Buffer> => {
    const files = state.files.get(endpoint) ?? new Map<string, Buffer>();
    state.files.set(endpoint, files);
    return files;
  };

  async function answer(request: UploadRequest, body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Response> {
    const { method, path: requestPath, headers } = request;
    if (isOpen && method === "OPTIONS") return empty(204);
    if (isOpen && requestPath === "/arrived") {
      const bytes = state.files.get(request.query.get("endpoint") ?? "")?.get(request.query.get("name") ?? "");
      return new Response(bytes && new Uint8Array(bytes), { status: bytes ? 200 : 404 });
    }
    if (headers.get("authorization") !== "Bearer secret") return json(401, { detail: "Invalid token." });
    const [, endpoint, fileId] = ENDPOINT.exec(requestPath) ?? [];
    if (endpoint === undefined) return answerRest(state, request, await new Response(body).text());
    if (fileId !== undefined) return answerChunk(request, { endpoint, fileId, body });
    if (method !== "POST") return json(405, { detail: "Method not allowed." });
    if (headers.has("upload-finish")) return finish(request, endpoint, body);
    if (headers.has("upload-start")) {
      return state.dataRequests.has(endpoint) ? json(400, ["Adding more data is not supported"]) : empty(202);
    }
    if (headers.has("upload-length")) return create(request, endpoint);
    if (headers.has("upload-multiple")) return append(request, endpoint, body);
    return finish(request, endpoint, body);
  }

  async function create({ headers }: UploadRequest, endpoint: string): Promise<Response> {
    const metadata = /filename ([^,]*)/.exec(headers.get("upload-metadata") ?? "")?.[1];
    const isData = endpoint.endsWith("/data");
    const name = Buffer.from(metadata ?? "", "base64").toString();
    const size = Number(headers.get("upload-length"));
    if (name === "") return json(400, "File name is missing");
    if (name.includes("../")) return json(400, `File name ${name} is not allowed`);
    if (isData && filesOf(endpoint).has(name)) return json(409, "File with same name already exists");
    if (size > MOST_BYTES) return json(413, `File size exceeds max limit of ${MOST_BYTES} bytes`);
    if (size === 0) return new Response("<h1>Server Error (500)</h1>", { status: 500, headers: html });
    const created = await tus.handleWeb(new Request("http://tus.test/", { method: "POST", headers }));
    const id = created.headers.get("location") ?? "";
    uploads.set(id, { endpoint, name, size });
    return empty(201, {
      "tus-resumable": "1.0.0",
      location: `https://cvat-server.internal:8080${endpoint}/${id}`,
      "upload-filename": mimeEncode(isData ? name : id),
    });
  }

  interface Chunk {
    readonly endpoint: string;
    readonly fileId: string;
    readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
  }
  async function answerChunk({ method, headers }: UploadRequest, { endpoint, fileId, body }: Chunk): Promise<Response> {
    const upload = uploads.get(fileId);
    if (upload?.endpoint !== endpoint) return empty(404);
    const url = `http://tus.test/${fileId}`;
    if (method === "HEAD") return tus.handleWeb(new Request(url, { method, headers }));
    const end = Number(headers.get("upload-offset")) + Number(headers.get("content-length"));
    if (end > upload.size) return empty(413);
    const given = { method, headers, body, duplex: "half" };
    const written = await tus.handleWeb(new Request(url, given));
    if (written.status === 409) return empty(409);
    if (Number(written.headers.get("upload-offset")) === upload.size) {
      uploads.delete(fileId);
      filesOf(endpoint).set(
        endpoint.endsWith("/data") ? upload.name : fileId,
        await readFile(path.join(folder, fileId)),
      );
    }
    return written;
  }

  async function append({ headers }: UploadRequest, endpoint: string, body: ReadableStream): Promise<Response> {
    const form = await readForm(headers, body);
    if (!form.has("image_quality")) return json(400, { image_quality: ["This field is required."] });
    for (const [field, value] of form) {
      if (!/^client_files\[\d+\]$/.test(field) || typeof value === "string") continue;
      const before = filesOf(endpoint).get(value.name) ?? Buffer.alloc(0);
      // The server opens files for appending.
      filesOf(endpoint).set(value.name, Buffer.concat([before, Buffer.from(await value.arrayBuffer())]));
    }
    return empty(200);
  }

  async function finish(request: UploadRequest, endpoint: string, body: ReadableStream): Promise<Response> {
    const { headers, query } = request;
    const isForm = headers.get("content-type")?.startsWith("multipart/form-data") === true;
    if (endpoint.endsWith("/data")) {
      if (state.dataRequests.has(endpoint)) return json(400, ["Adding more data is not supported"]);
      state.dataRequests.set(endpoint, await new Response(body).json());
      const taskId = endpoint.split("/")[3] ?? "";
      return begin(`action=create&target=task&target_id=${taskId}`);
    }
    const format = query.get("format");
    if (format !== null && !["COCO 1.0", "CVAT 1.1"].includes(format))
      return json(400, [`Unknown input format '${format}'`]);
    const filename = query.get("filename");
    if (query.get("location") === "cloud_storage") {
      state.imports.push({ endpoint, query: Object.fromEntries(query), bytes: undefined });
      return beginImport(endpoint);
    }
    let bytes: Buffer | undefined;
    if (filename !== null) {
      bytes = filesOf(endpoint).get(filename);
      if (bytes === undefined) return json(400, "No such file were uploaded");
    } else if (isForm) {
      const file = [...(await readForm(headers, body)).values()].find((value) => typeof value !== "string");
      bytes = file && Buffer.from(await file.arrayBuffer());
    }
    if (bytes === undefined) return json(400, { file: ["No file was submitted."] });
    state.imports.push({ endpoint, query: Object.fromEntries(query), bytes });
    return beginImport(endpoint);
  }

  function begin(id: string): Response {
    if (!state.work.has(id)) state.work.set(id, ["queued", "started", "finished"]);
    state.begun.set(id, Date.now());
    return json(202, { rq_id: id });
  }

  /** One at a time into the same task, job or project; a later one takes the place of what has ended. */
  function beginImport(endpoint: string): Response {
    const id = importId(endpoint);
    const [status = ""] = state.work.get(id) ?? [];
    if (["queued", "started"].includes(status)) return json(409, { rq_id: id });
    state.work.delete(id);
    return begin(id);
  }

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? "", "http://localhost");
    const headers = new Headers();
    for (const [name, values] of Object.entries(incoming.headersDistinct)) headers.set(name, values?.join(", ") ?? "");
    const request: UploadRequest = {
      method: incoming.method ?? "",
      path: url.pathname.slice(prefix.length),
      query: url.searchParams,
      headers,
    };
    state.requests.push(request);
    const fault = state.fault(request);
    if (fault?.kind === "reset") return void incoming.socket.resetAndDestroy();
    if (fault?.kind === "hang") return;
    const given =
      fault?.kind === "answer"
        ? new Response(fault.body ?? null, { status: fault.status, headers: fault.headers ?? {} })
        : await answer(request, toBody(incoming, fault));
    if (fault?.kind === "lose" || fault?.kind === "cut") return void incoming.socket.resetAndDestroy();
    if (fault?.kind === "rewrite")
      for (const [name, value] of Object.entries(fault.headers)) given.headers.set(name, value);
    given.headers.delete("transfer-encoding");
    if (isOpen) for (const [name, value] of Object.entries(crossOriginHeaders(headers))) given.headers.set(name, value);
    outgoing.writeHead(given.status, Object.fromEntries(given.headers));
    outgoing.end(Buffer.from(await given.arrayBuffer()));
  }

  const server = createServer((incoming, outgoing) => {
    openRequests += 1;
    outgoing.on("close", () => (openRequests -= 1));
    working += 1;
    serve(incoming, outgoing)
      .catch(() => incoming.socket.destroy())
      .finally(() => (working -= 1));
  });
  // What is reset in the middle of a request errs.
  server.on("connection", (socket) => socket.on("error", () => undefined));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return Object.assign(state, { baseUrl: `http://127.0.0.1:${port}${prefix}` });
}

/** As the server makes ids of imports (2.73): of what they work on, or of chance where there is nothing yet. */
function importId(endpoint: string): string {
  const [, , kinds = "", id = "", subresource = "backup"] = endpoint.split("/");
  const of = id === "backup" ? `id=${randomUUID()}` : `target_id=${id}`;
  return `action=import&target=${kinds.replace(/s$/, "")}&${of}&subresource=${subresource}`;
}

const html = { "content-type": "text/html; charset=utf-8" };

function crossOriginHeaders(headers: Headers): Record<string, string> {
  return {
    "access-control-allow-origin": headers.get("origin") ?? "*",
    "access-control-allow-methods": "GET, HEAD, POST, PATCH, DELETE",
    "access-control-allow-headers": headers.get("access-control-request-headers") ?? "",
    "access-control-expose-headers": "Location, Tus-Resumable, Upload-Offset, Upload-Length",
  };
}

/** The body of a request; with a fault, only its beginning, and then an error. */
function toBody(incoming: IncomingMessage, fault: Fault | undefined): ReadableStream<Uint8Array<ArrayBuffer>> {
  const body = Readable.toWeb(incoming) as ReadableStream<Uint8Array<ArrayBuffer>>; // node:stream declares a type of its own
  if (fault?.kind !== "cut") return body;
  let left = fault.bytes;
  const cut = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (chunk, controller) => {
      controller.enqueue(chunk.subarray(0, left));
      left -= Math.min(left, chunk.length);
      if (left === 0) controller.terminate();
    },
  });
  return body.pipeThrough(cut);
}

async function readForm(headers: Headers, body: ReadableStream): Promise<FormData> {
  return new Response(body, { headers: { "content-type": headers.get("content-type") ?? "" } }).formData();
}

/** As Django writes a header that is not ASCII. */
function mimeEncode(value: string): string {
  return /^[\x20-\x7e]*$/.test(value) ? value : `=?utf-8?b?${Buffer.from(value).toString("base64")}?=`;
}
