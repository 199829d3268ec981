import type { HttpRequest, HttpResponse, HttpStack } from "tus-js-client";
import { canStreamUploads, type CallInit, type HttpMethod, type OperationInfo } from "@labelwire/core";
import type { CvatCaller } from "../types.ts";
import { checkTusAnswer } from "./check-tus-answer.ts";
import { readTusFileId } from "./read-tus-file-id.ts";
import type { TusSession } from "./tus-session.ts";
import type { TusChunk } from "./tus-file-reader.ts";
import { sendingTimeoutMs, uploadUrl, type UploadTarget } from "./upload-target.ts";

/** What sends the requests of one file's upload. */
export interface TusConnection {
  readonly client: CvatCaller;
  readonly target: UploadTarget;
  readonly session: TusSession;
  readonly signal: AbortSignal;
  /** Called when an upload has been created. */
  readonly onCreated?: ((session: TusSession) => Promise<void>) | undefined;
  /** Told how many bytes the server has taken. */
  readonly onOffset: (bytes: number) => void;
}

/**
 * Sends the requests of tus-js-client by the client: with its credentials, scope, retries, redirect policy, hooks and middleware.
 *
 * Of the addresses that tus-js-client hands over, the id alone is used: what the server has given as `Location` cannot make a
 * request go anywhere else. The `ApiError` of a refusal is the underlying object of its response.
 */
export function createTusHttpStack(connection: TusConnection): HttpStack {
  return { createRequest: (method, url) => createRequest(connection, method, url), getName: () => "labelwire" };
}

function createRequest(connection: TusConnection, method: string, url: string): HttpRequest {
  const headers: Record<string, string> = {};
  return {
    getMethod: () => method,
    getURL: () => url,
    setHeader: (name, value) => {
      headers[name] = value;
    },
    getHeader: (name) => headers[name],
    // `fetch` does not tell; what the server has taken is told chunk by chunk.
    setProgressHandler: () => undefined,
    // What the file reader made, or null.
    send: (body: TusChunk | null) => send(connection, { method, url, headers, bytes: body?.bytes }),
    // The connection's signal does it.
    abort: () => Promise.resolve(),
    getUnderlyingObject: () => undefined,
  };
}

interface TusRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
}

async function send(
  { client, target, session, signal, onCreated, onOffset }: TusConnection,
  { method, url, headers, bytes }: TusRequest,
): Promise<HttpResponse> {
  const { id } = target;
  const fileId = method === "POST" ? undefined : readTusFileId(url);
  const sentBytes = bytes?.length ?? 0;
  session.sentBytes = Math.max(session.sentBytes, session.offset + sentBytes);
  const { error, response } = await client.call(describeRequest(target, method), {
    params: { path: { ...(id !== undefined && { id }), ...(fileId !== undefined && { fileId }) } },
    ...(bytes && canStreamUploads() ? streamed(bytes, headers) : { headers, ...(bytes && { body: bytes }) }),
    signal,
    timeoutMs: Infinity,
    attemptTimeoutMs: sendingTimeoutMs(sentBytes),
  });
  if (error === undefined) {
    checkTusAnswer(session, { method, headers: response.headers, sentBytes });
    if (method === "POST") await onCreated?.(session);
    onOffset(session.offset);
  }
  const location = uploadUrl(client, target) + (session.fileId ?? "");
  return {
    getStatus: () => response.status,
    getHeader: (name) => (name === "Location" ? location : (response.headers.get(name) ?? undefined)),
    getBody: () => "",
    getUnderlyingObject: () => error,
  };
}

/**
 * A piece as a stream of one chunk: of bytes as they are `fetch` makes copies, which took two thirds of the time of an upload on
 * loopback. A stream is sent once; what fails is sent again from where the server stands.
 */
function streamed(bytes: Uint8Array<ArrayBuffer>, headers: TusRequest["headers"]): Pick<CallInit, "body" | "headers"> {
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull: (controller) => {
        controller.enqueue(bytes);
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return { body, headers: { ...headers, "content-length": String(bytes.length) } };
}

/** The server's schema leaves these requests out. To create an upload twice does no harm: the first stays empty, and is forgotten. */
function describeRequest({ operation: id, path }: UploadTarget, method: string): OperationInfo {
  if (method === "POST") return { id, method: "post", path, response: "none", idempotent: true };
  const verb: HttpMethod = method === "HEAD" ? "head" : "patch";
  return { id, method: verb, path: `${path}{fileId}`, response: "none" };
}
