import { onTestFinished } from "vitest";
import { isObject, type JsonObject } from "./json-value.ts";
import { startServer } from "./server.ts";

/** What a caller with a token sends. */
export const bearer: Readonly<Record<string, string>> = { authorization: "Bearer outside-access-token" };

export interface SentCall {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, unless it is a form or text. */
  readonly body?: JsonObject | FormData | string;
}

/** Sends a request, with a token unless told otherwise. */
export type CallServer = (path: string, sent?: SentCall) => Promise<Response>;

/** Starts the server for one test, and returns what calls it. */
export async function startCaller(): Promise<CallServer> {
  const server = await startServer();
  onTestFinished(() => server.close());
  const origin = server.origins["https://app.cvat.ai"] ?? "";
  return async (path, { method = "GET", headers = bearer, body } = {}) => {
    const isRaw = body === undefined || typeof body === "string" || body instanceof FormData;
    return isRaw
      ? fetch(origin + path, { method, headers, ...(body !== undefined && { body }) })
      : fetch(origin + path, {
          method,
          headers: { "content-type": "application/json", ...headers },
          body: JSON.stringify(body),
        });
  };
}

/** The object that an answer holds. */
export async function readJson(response: Response): Promise<JsonObject> {
  const body: unknown = await response.json();
  return isObject(body) ? body : {};
}
