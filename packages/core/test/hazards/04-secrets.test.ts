import { operation } from "@labelwire/core";
import { describe, test } from "vitest";
import type { Answer } from "../loopback.ts";
import { expectNotShown, noneIsSeen, type Pets } from "../none-is-seen.ts";
import { subject } from "./subject.ts";

const getPet = operation<"pets", { params: { path: { id: unknown } } }, unknown>("getPet", "get", "/pets/{id}", "json");
/** A server that says back all it was told, as debugging proxies and careless servers do. */
function echo(status: number, write: (told: string) => string, mediaType = "application/json"): Answer {
  return ({ headers, rawHeaders = headers }: { headers: object; rawHeaders?: object }, response) => {
    response.writeHead(status, { "content-type": mediaType, "x-request-id": "r-1" });
    response.end(write(JSON.stringify(rawHeaders)));
  };
}

const read = (client: Pets): Promise<unknown> => getPet(client, { params: { path: { id: 7 } } });
const json = (told: string): string => `{"fault":${JSON.stringify(`bad request: ${told}`)},"told":${told}}`;

noneIsSeen("an HTTP error that echoes the request", read, { answer: echo(400, json), expected: "ApiError" });
noneIsSeen("a 401 that echoes the request", read, { answer: echo(401, json), expected: "check the credential" });
noneIsSeen("a failure inside HTTP 200 that echoes the request", read, {
  answer: echo(200, json),
  expected: "with a failure",
});
noneIsSeen("an error as text", read, {
  answer: echo(500, (told) => told, "text/plain"),
  retry: false,
  expected: "ApiError",
});
noneIsSeen("an error page", read, {
  answer: echo(502, (told) => `<html><title>${told.replaceAll('"', "'")}</title>`, "text/html"),
  retry: false,
  expected: "502 Bad Gateway to getPet: {",
});
noneIsSeen("truncated JSON", read, { answer: echo(200, (told) => json(told).slice(0, -1)), expected: "DecodeError" });
noneIsSeen("a login page", read, {
  answer: echo(200, (told) => `<pre>${told}`, "text/html"),
  expected: "is text/html",
});
noneIsSeen("a body over the limit", read, {
  answer: echo(200, (told) => told.repeat(99)),
  maxResponseBytes: 500,
  expected: "is larger than",
});
noneIsSeen("a redirect to another origin", read, {
  answer: (_, response) => response.writeHead(302, { location: "https://elsewhere.example/" }).end(),
  expected: "redirected getPet to another origin",
});
noneIsSeen("a connection reset", read, { answer: ({ socket }) => socket.resetAndDestroy(), expected: "NetworkError" });
noneIsSeen("a body that breaks off", read, {
  answer: (_, response) => response.writeHead(200, { "content-length": 99 }).write("[", () => response.destroy()),
  expected: "NetworkError",
});
noneIsSeen("a deadline", read, {
  answer: () => undefined,
  attemptTimeoutMs: 20,
  retry: false,
  expected: "TimeoutError",
});
noneIsSeen(
  "an abort",
  (client) => getPet(client, { params: { path: { id: 7 } }, signal: AbortSignal.timeout(20) } as never),
  {
    answer: () => undefined,
    expected: "TimeoutError",
  },
);
noneIsSeen("a fetch of the user's that throws the request", read, {
  answer: () => undefined,
  retry: false,
  fetch: (request) => {
    const headers = Object.fromEntries(request.headers);
    const thrown = new TypeError(`failed: ${JSON.stringify(headers)}`);
    throw Object.assign(thrown, { request, headers, config: { headers }, cause: new Error(JSON.stringify(headers)) });
  },
  expected: "NetworkError",
});
noneIsSeen("client.fetch through a fetch of the user's that throws the request", (client) => client.fetch("/pets"), {
  answer: () => undefined,
  retry: false,
  fetch: (request) =>
    Promise.reject(Object.assign(new TypeError("failed"), { request, headers: [...request.headers] })),
  expected: "NetworkError",
});
noneIsSeen("a refused connection", read, {
  answer: () => undefined,
  baseUrl: "http://127.0.0.1:1",
  retry: false,
  expected: "NetworkError",
});
noneIsSeen(
  "a download that is refused",
  async (client) => (await subject.download((request) => client.fetch("/pets/7/photo", request))).text(),
  { answer: echo(403, json), expected: "ApiError" },
);
describe("a malformed credential is not shown", () => {
  test.each(["canary-71c2\r\nx-admin: 1", "canary-71c2\0"])("%j", expectNotShown);
});
