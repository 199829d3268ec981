import { ConfigError } from "../errors.ts";
import { untilAborted } from "../until-aborted.ts";
import type { Engine } from "./engine.ts";

/** A `fetch` that a mock answers. */
export type MockFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** Makes the mock's door without interception: a `fetch` to give to a client. */
export function createMockFetch(engine: Engine, { title, strict }: { title: string; strict: boolean }): MockFetch {
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    if (!engine.route(request)) {
      if (!strict) return globalThis.fetch(request);
      throw new ConfigError({
        option: "baseUrl",
        message: `The mock of ${title} was asked for ${new URL(request.url).origin}, and answers for ${engine.places.join(", ")} alone. Give it that address as baseUrl, or { strict: false } to let it through.`,
      });
    }
    const response = await untilAborted(engine.handle(request), request.signal);
    // fetch rejects in this way where a connection breaks; a Response of type "error" is never handed out.
    if (response.type === "error") {
      throw new TypeError("fetch failed", {
        cause: Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }),
      });
    }
    // A Response made by hand has no URL, and one from fetch has.
    return Object.defineProperty(response, "url", { value: request.url, configurable: true });
  };
}
