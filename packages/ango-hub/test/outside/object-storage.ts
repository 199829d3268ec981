import { createHash, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";

/** Where the platform keeps files: another origin, with another owner, that must never see the platform's key. */
export const storageOrigin = "https://hub-files.s3.eu-central-1.amazonaws.com";

/** A bucket that takes signed requests: one PUT for each upload address, any number of GETs for each download address. */
export class ObjectStorage {
  readonly #objects = new Map<string, Buffer>();
  readonly #grants = new Map<string, string>();

  /** An address that takes one PUT. */
  uploadUrl(path: string): string {
    return this.#sign("PUT", path);
  }

  /** An address that can be read. */
  downloadUrl(path: string): string {
    return this.#sign("GET", path);
  }

  put(path: string, bytes: Buffer): void {
    this.#objects.set(path, bytes);
  }

  /** Whether the bucket holds the object that a URL without a query names. */
  holds(url: string): boolean {
    return this.#objects.has(new URL(url).pathname);
  }

  #sign(method: string, path: string): string {
    const signature = randomUUID().replaceAll("-", "");
    this.#grants.set(signature, `${method} ${path}`);
    return `${storageOrigin}${path}?X-Amz-Expires=900&X-Amz-Signature=${signature}`;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", storageOrigin);
    const method = request.method ?? "GET";
    const bytes = await buffer(request);
    if ("apikey" in request.headers || "authorization" in request.headers) {
      refuse(response, 400, "InvalidRequest");
      return;
    }
    const signature = url.searchParams.get("X-Amz-Signature") ?? "";
    if (this.#grants.get(signature) !== `${method} ${url.pathname}`) {
      refuse(response, 403, "AccessDenied");
      return;
    }
    if (method === "PUT") {
      this.#grants.delete(signature);
      this.put(url.pathname, bytes);
      response.writeHead(200, { etag: etag(bytes) }).end();
      return;
    }
    const object = this.#objects.get(url.pathname);
    if (object === undefined) {
      refuse(response, 404, "NoSuchKey");
      return;
    }
    response.writeHead(200, { "content-length": object.length, "content-type": typeOf(url), etag: etag(object) });
    response.end(object);
  }
}

function typeOf(url: URL): string {
  return url.pathname.endsWith(".zip") ? "application/zip" : "application/octet-stream";
}

function etag(bytes: Buffer): string {
  return `"${createHash("md5").update(bytes).digest("hex")}"`;
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { "content-type": "application/xml" }).end(`<Error><Code>${code}</Code></Error>`);
}
