import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import { createBreaker, type Breaker } from "../../../../scripts/testing/create-breaker.ts";
import { listen } from "../../../../scripts/testing/listen.ts";

/** A request as it came over the wire. */
export interface ReceivedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
}

/** A refusal, sent as CVAT does: plain text said to be HTML for a string in `text`, else JSON of its media type. */
export interface Refusal {
  readonly status: number;
  readonly text?: string;
  readonly json?: unknown;
}

/** What a request is, when it is looked at. */
export interface Look {
  readonly status: string;
  readonly progress?: number;
  readonly message?: string;
}

/** What {@link ExportServer} does. Members may change while it runs. */
export interface ExportBehaviour {
  /** The path that the server is at behind its proxy. */
  prefix: string;
  /** What the file holds. */
  content: Buffer;
  /** The header of the download; undefined for none. */
  disposition: string | undefined;
  /** How the request is found, one look after another; the last one for ever. Made anew for each export. */
  looks: readonly Look[];
  /** What the starts are refused with, one after another. */
  startRefusals: (Refusal | undefined)[];
  /** What the downloads are refused with, one after another. */
  downloadRefusals: (Refusal | undefined)[];
  /** Bytes after which downloads break, one after another. */
  breakAfter: number[];
  /** What the server takes for its own URL. */
  publicUrl: string | undefined;
  /** Made instead of the link to the file. */
  resultUrl: ((endpoint: string) => string | null) | undefined;
  /** What the list of formats is answered with; undefined for the list. */
  formatsRefusal: Refusal | undefined;
}

/** A server that exports like CVAT 2.73. */
export interface ExportServer {
  readonly origin: string;
  readonly baseUrl: string;
  /** What reads the downloads that break. */
  readonly fetch: Breaker["fetch"];
  readonly behaviour: ExportBehaviour;
  readonly requests: readonly ReceivedRequest[];
  /** The requests whose method and path fit, such as `"POST /export$"`. */
  received(fit: string): readonly ReceivedRequest[];
  /** Begins an export that somebody else has asked for. */
  begin(requestId: string, location: "local" | "cloud_storage"): void;
}

interface Export {
  readonly endpoint: string;
  readonly location: string;
  readonly looks: Look[];
}

const mediaType = "application/vnd.cvat+json";

const formats = ["COCO 1.0", "COCO Keypoints 1.0", "CVAT for images 1.1", "YOLO 1.1"].map((name) => {
  const [, version = ""] = name.split(/ (?=[\d.]+$)/);
  return { name, version, ext: "ZIP", dimension: "2d", enabled: name !== "YOLO 1.1" };
});

/** Starts the server, for one test; it closes when the test ends. */
export async function startExportServer(given: Partial<ExportBehaviour> = {}): Promise<ExportServer> {
  const behaviour: ExportBehaviour = {
    prefix: "",
    content: Buffer.from(Uint8Array.from({ length: 200_000 }, (_, at) => (at * 7 + (at >> 8)) % 251)),
    disposition: 'attachment; filename="task_7_dataset.zip"',
    looks: [{ status: "queued" }, { status: "started", progress: 0.5 }, { status: "finished", progress: 1 }],
    startRefusals: [],
    downloadRefusals: [],
    breakAfter: [],
    publicUrl: undefined,
    resultUrl: undefined,
    formatsRefusal: undefined,
    ...given,
  };
  const requests: ReceivedRequest[] = [];
  const exports = new Map<string, Export>();
  const { breakAfter, fetch } = createBreaker();

  const start = ({ url }: ReceivedRequest, outgoing: ServerResponse): void => {
    const refusal = behaviour.startRefusals.shift();
    if (refusal) return refuse(outgoing, refusal);
    const [, kind, id, subresource] = /\/api\/(\w+)s\/(\d+)\/(\w+)\/export$/.exec(url.pathname) ?? [];
    const { format = "", save_images: images, location = "" } = Object.fromEntries(url.searchParams);
    const of = subresource === "backup" ? "backup" : images === "true" ? "dataset" : "annotations";
    const encoded = format && `&format=${format.replaceAll(".", "~").replaceAll(" ", "_")}`;
    const requestId = `action=export&target=${kind}&target_id=${id}&user_id=1&subresource=${of}${encoded}`;
    const running = exports.get(requestId);
    const isRunning = running !== undefined && ["queued", "started"].includes(running.looks[0]?.status ?? "");
    if (!isRunning) {
      const endpoint = `/api/${kind}s/${id}/${subresource}/download?rq_id=${encodeURIComponent(requestId)}`;
      exports.set(requestId, { endpoint, location, looks: [...behaviour.looks] });
    }
    sendJson(outgoing, isRunning ? 409 : 202, { rq_id: requestId });
  };

  const look = ({ url }: ReceivedRequest, outgoing: ServerResponse): void => {
    const requestId = decodeURIComponent(url.pathname.split("/").at(-1) ?? "");
    const found = exports.get(requestId);
    if (!found) return refuse(outgoing, { status: 404, text: "There is no request with specified id" });
    const { status = "", progress = null, message = "" } = found.looks[0] ?? {};
    if (found.looks.length > 1) found.looks.shift();
    const publicUrl = behaviour.publicUrl ?? server.baseUrl;
    const link = behaviour.resultUrl ? behaviour.resultUrl(found.endpoint) : publicUrl + found.endpoint;
    const hasLink = status === "finished" && found.location === "local";
    const operation = { type: "export:dataset", target: "task" };
    sendJson(outgoing, 200, {
      id: requestId,
      status,
      progress,
      message,
      operation,
      created_date: "2026-11-22T00:00:00Z",
      ...(hasLink && { result_url: link }),
    });
  };

  const send = ({ headers }: ReceivedRequest, outgoing: ServerResponse): void => {
    const refusal = behaviour.downloadRefusals.shift();
    if (refusal) return refuse(outgoing, refusal);
    const { content, disposition } = behaviour;
    const isSame = headers["if-range"] === undefined || headers["if-range"] === '"1"';
    const from = isSame ? Number(/^bytes=(\d+)-$/.exec(headers.range ?? "")?.[1] ?? 0) : 0;
    const part = content.subarray(from);
    if (disposition !== undefined) outgoing.setHeader("content-disposition", disposition);
    if (from > 0) outgoing.setHeader("content-range", `bytes ${from}-${content.length - 1}/${content.length}`);
    outgoing.writeHead(from > 0 ? 206 : 200, {
      "content-type": "application/zip",
      "content-length": part.length,
      etag: '"1"',
    });
    const limit = behaviour.breakAfter.shift();
    if (limit === undefined) outgoing.end(part);
    else breakAfter(outgoing, part.subarray(0, limit));
  };

  const answer = (request: ReceivedRequest, outgoing: ServerResponse): void => {
    const { method, headers, url } = request;
    const path = url.pathname;
    if (!path.startsWith(`${behaviour.prefix}/api/`))
      return refuse(outgoing, { status: 404, text: "<h1>Not found</h1>" });
    if (headers.authorization !== "Bearer the-token") {
      return refuse(outgoing, { status: 401, json: { detail: "Authentication credentials were not provided." } });
    }
    if (method === "POST" && path.endsWith("/export")) return start(request, outgoing);
    if (path.includes("/api/requests/")) return look(request, outgoing);
    if (path.endsWith("/download")) return send(request, outgoing);
    if (path.endsWith("/annotation/formats")) {
      if (behaviour.formatsRefusal) return refuse(outgoing, behaviour.formatsRefusal);
      return sendJson(outgoing, 200, { importers: [], exporters: formats });
    }
    refuse(outgoing, { status: 404, json: { detail: "Not found." } });
  };

  const origin = await listen((incoming, outgoing) => {
    const { method = "", url = "", headers } = incoming;
    const request = { method, url: new URL(url, "http://server.invalid"), headers };
    requests.push(request);
    incoming.resume();
    answer(request, outgoing);
  });
  const server: ExportServer = {
    origin,
    fetch,
    baseUrl: origin + behaviour.prefix,
    behaviour,
    requests,
    received: (fit) => requests.filter(({ method, url }) => new RegExp(fit).test(`${method} ${url.pathname}`)),
    begin: (requestId, location) => {
      const endpoint = `/api/tasks/7/dataset/download?rq_id=${encodeURIComponent(requestId)}`;
      exports.set(requestId, { endpoint, location, looks: [...behaviour.looks] });
    },
  };
  return server;
}

function sendJson(outgoing: ServerResponse, status: number, body: unknown): void {
  outgoing.writeHead(status, { "content-type": mediaType }).end(JSON.stringify(body));
}

function refuse(outgoing: ServerResponse, { status, text, json }: Refusal): void {
  if (text === undefined) sendJson(outgoing, status, json);
  else outgoing.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(text);
}
