import { serveBytes, type MockTools, type StoredFile } from "@labelwire/core/msw";

/** The file storage that signed links of the mock point at. */
export interface MockStorage {
  /** A link that may be used for the file at a path. */
  readonly sign: (path: string) => string;
  /** The path of a link into the storage; undefined for any other link. */
  readonly pathOf: (link: string) => string | undefined;
  readonly put: (path: string, file: Omit<StoredFile, "etag">) => void;
  /** Answers a request to the storage: PUT keeps the bytes, GET and HEAD give them back. */
  readonly handle: (request: Request) => Promise<Response>;
}

/** Makes an empty storage. It takes no key of the API: the link's signature is the permission. */
export function createMockStorage({ sites, random }: MockTools<"storage">): MockStorage {
  const files = new Map<string, StoredFile>();
  const base = sites.storage;
  const signature = (path: string): string => random(`signature|${path}`).hex(32);
  const pathOf = (link: string): string | undefined =>
    link.startsWith(`${base}/`) ? link.slice(base.length).split(/[?#]/, 1)[0] : undefined;
  const put: MockStorage["put"] = (path, file) => {
    const version = random(`etag|${path}|${String(files.get(path)?.etag)}`).hex(32);
    files.set(path, { ...file, etag: `"${version}"` });
  };
  return {
    sign: (path) => `${base}${path}?X-Expires=900&X-Signature=${signature(path)}`,
    pathOf,
    put,
    handle: async (request) => {
      const path = pathOf(request.url) ?? "";
      if (new URL(request.url).searchParams.get("X-Signature") !== signature(path)) {
        return refuse(403, "SignatureDoesNotMatch");
      }
      if (request.method === "PUT") {
        const mediaType = request.headers.get("content-type") ?? "application/octet-stream";
        put(path, { bytes: new Uint8Array(await request.arrayBuffer()), mediaType });
        return new Response(null, { status: 200, headers: { etag: files.get(path)?.etag ?? "" } });
      }
      if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "MethodNotAllowed");
      const file = files.get(path);
      return file ? serveBytes(request, file) : refuse(404, "NoSuchKey");
    },
  };
}

/** Storages of this kind answer errors in XML, which a client must not mistake for the API's. */
function refuse(status: number, code: string): Response {
  const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`;
  return new Response(body, { status, headers: { "content-type": "application/xml" } });
}
