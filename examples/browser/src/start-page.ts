import { readFile } from "node:fs/promises";
import { createCvatMock, type CvatMock, type CvatMockOptions } from "@labelwire/cvat/msw";
import { serveFetch, type FetchServer } from "@labelwire-examples/tour/serve-fetch";
import { bundlePage } from "./bundle-page.ts";

/** A page on loopback, and the mock that answers what it asks. */
export interface ServedPage {
  readonly server: FetchServer;
  readonly mock: CvatMock;
}

/** Serves the page and, under `/api`, the mock: both of one origin. */
export async function startPage(options: CvatMockOptions = {}): Promise<ServedPage> {
  const [html, script] = await Promise.all([readFile(new URL("page.html", import.meta.url), "utf8"), bundlePage()]);
  const files = new Map([
    ["/", respondWith(html, "text/html; charset=utf-8")],
    ["/page.js", respondWith(script, "text/javascript; charset=utf-8")],
  ]);
  const { server, handler } = await serveFetch((origin) => {
    const mock = createCvatMock({ ...options, baseUrl: origin });
    const fetch = async (request: Request): Promise<Response> =>
      files.get(new URL(request.url).pathname)?.() ?? mock.fetch(request);
    return { mock, fetch };
  });
  return { server, mock: handler.mock };
}

function respondWith(text: string, type: string): () => Response {
  return () => new Response(text, { headers: { "content-type": type } });
}
