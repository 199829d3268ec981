import { expect, test, vi } from "vitest";
import type { Clock } from "./clock.ts";
import { putFile, type PutFileOptions } from "./upload.ts";

// As in Node, wherever this runs.
vi.mock("#node-files", async (original) => ({ ...(await original<object>()), canStreamUploads: () => true }));

const url = "https://storage.example/cat.jpg";
const body = new Uint8Array([1]);

test.each<[string, Record<string, string>, string]>([
  ["a line break in a value", { "X-Amz-Acl": "canary\n" }, "headers.X-Amz-Acl"],
  ["a value beyond Latin-1", { "x-amz-acl": "canary 组织" }, "headers.x-amz-acl"],
  ["a name that no header has", { "a canary": "private" }, "headers"],
  ["no object", "canary" as never, "headers"],
])("a header with %s is a ConfigError that does not show it, and nothing is sent", async (_, headers, option) => {
  const sent = vi.fn();
  const failure: unknown = await putFile({ url, body, headers, fetch: sent }).catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: "ConfigError", option });
  expect(String(failure)).not.toContain("canary");
  expect(sent).not.toHaveBeenCalled();
});

test("a header is sent once, however its name is spelled", async () => {
  const fetch = vi.fn(async () => new Response());
  await putFile({ url, body, headers: { "Content-Length": "7", "X-Amz-Acl": "private" }, fetch });
  expect(fetch.mock.lastCall).toMatchObject([url, { headers: { "content-length": "1", "x-amz-acl": "private" } }]);
});

test("a URL for a path is a ConfigError", async () => {
  const failure: unknown = await putFile({ url, body: "https://pets.example/cat.jpg?sig=canary" }).catch(
    (error: unknown) => error,
  );
  expect(failure).toMatchObject({ name: "ConfigError", option: "path" });
  expect(String(failure)).not.toContain("canary");
});

test("storage out of reach is named by its origin, without the query, even where the runtime quotes that as it was given", async () => {
  const signed = "https://storage.example/cat.jpg?X-Note='canary'";
  const fetch = (): Promise<Response> => Promise.reject(new TypeError(`cannot reach ${signed}`));
  const failure: unknown = await putFile({ url: signed, body, fetch, maxAttempts: 1 }).catch((error: unknown) => error);
  expect(failure).toMatchObject({
    name: "UploadError",
    message: expect.stringContaining("The connection to the storage (https://storage.example) failed") as unknown,
  });
  expect(String(failure)).not.toContain("canary");
});

test("an answer before the end of the body leaves no timer, though the rest is read on", async () => {
  const timers = new Set<object>();
  const clock: Clock = {
    now: () => 0,
    schedule: () => {
      const timer = {};
      timers.add(timer);
      return () => void timers.delete(timer);
    },
  };
  let rest: Promise<void> | undefined;
  const readAll = async (reader: ReadableStreamDefaultReader): Promise<void> => {
    while (!(await reader.read()).done);
  };
  const fetch: PutFileOptions["fetch"] = async (_url, init) => {
    if (!(init.body instanceof ReadableStream)) throw new TypeError("the body is no stream");
    const reader = init.body.getReader();
    await reader.read();
    rest = Promise.resolve().then(() => readAll(reader));
    return new Response();
  };
  await putFile({ url, body: new Uint8Array(1_000_000), clock, fetch });
  await rest;
  expect(timers.size).toBe(0);
});
