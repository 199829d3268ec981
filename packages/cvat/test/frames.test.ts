import {
  createCvatClient,
  downloadChunk,
  downloadContextImages,
  downloadFrame,
  downloadPreview,
  isApiError,
  isDecodeError,
  isTimeoutError,
  type Clock,
  type CvatClient,
  type CvatClientOptions,
  type DownloadedChunk,
  type DownloadedFile,
} from "@labelwire/cvat";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, expectTypeOf, onTestFinished, test } from "vitest";
import { createBreaker } from "../../../scripts/testing/create-breaker.ts";
import { listen } from "../../../scripts/testing/listen.ts";
import { skippingClock } from "./servers/skipping-clock.ts";
import { plainText, refusal, startServer, type Answer, type TestServer } from "./servers/start-server.ts";

const image: Answer = { headers: { "content-type": "image/jpeg" }, body: Buffer.from("an image") };
const notReady: Answer = { status: 429, headers: { "retry-after": "10" } };
const notFound = refusal(404, "No Task matches the given query.");

/** Where a server is, and how to reach it where that matters. */
type Reached = Pick<TestServer, "origin"> & Pick<CvatClientOptions, "fetch">;

function connect({ origin, fetch }: Reached, clock: Clock = skippingClock()): CvatClient {
  return createCvatClient({ baseUrl: origin, fetch, auth: { accessToken: "the-token" }, clock, random: () => 0 });
}

/** A server that answers so, one after another, and the last for ever. */
function serve(...answers: readonly Answer[]): Promise<TestServer> {
  return startServer((_, { requests }) => answers[requests.length - 1] ?? answers.at(-1) ?? image);
}

const outcome = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

describe("downloadFrame", () => {
  test.each([
    [{ task: 7 }, /^\/api\/tasks\/7\/data\/?\?type=frame&number=3&quality=original$/, "task-7-frame-3.jpg"],
    [{ job: 12 }, /^\/api\/jobs\/12\/data\/?\?type=frame&number=3&quality=original$/, "job-12-frame-3.jpg"],
  ])("of %j asks for the frame, and names it", async (source, target, name) => {
    const server = await serve(image);
    const file = await downloadFrame(connect(server), source, 3);
    expectTypeOf(file).toEqualTypeOf<DownloadedFile>();
    expect(file).toMatchObject({ name, mediaType: "image/jpeg" });
    expect(await file.text()).toBe("an image");
    expect(server.requests[0]?.target).toMatch(target);
    expect(server.requests[0]?.headers.authorization).toBe("Bearer the-token");
  });

  test("asks for the quality that it is told, and tells how the bytes come", async () => {
    const server = await serve(image);
    const told: number[] = [];
    const onProgress = ({ loadedBytes }: { loadedBytes: number }): void => void told.push(loadedBytes);
    const file = await downloadFrame(connect(server), { task: 7 }, 0, { quality: "compressed", onProgress });
    await file.bytes();
    expect(server.requests[0]?.url.searchParams.get("quality")).toBe("compressed");
    expect(told).toEqual([0, 8]);
  });

  test("keeps a name without an extension where the media type is not known", async () => {
    const server = await serve({ headers: { "content-type": "image/x-canon-cr2" }, body: "raw" });
    const folder = await mkdtemp(path.join(tmpdir(), "cvat-frames-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    await (await downloadFrame(connect(server), { task: 7 }, 3)).save(`${folder}/`);
    expect(await readdir(folder)).toEqual(["task-7-frame-3"]);
  });

  test("waits for as long as the server is not ready, not as often as a client retries", async () => {
    const server = await serve(...new Array<Answer>(12).fill(notReady), image);
    const clock = skippingClock();
    const began = clock.now();
    const file = await downloadFrame(connect(server, clock), { task: 7 }, 3);
    expect(await file.text()).toBe("an image");
    expect(server.requests).toHaveLength(13);
    expect(clock.now() - began).toBeGreaterThanOrEqual(120_000);
    expect(clock.now() - began).toBeLessThan(160_000);
  });

  test.each([
    ["no time", {}],
    ["no time at all", { "retry-after": "0" }],
  ])("does not hurry a server that names %s", async (_name, headers) => {
    const server = await serve({ status: 429, headers }, { status: 429, headers }, image);
    const clock = skippingClock();
    const began = clock.now();
    const file = await downloadFrame(connect(server, clock).with({ retry: false }), { task: 7 }, 3);
    expect(await file.text()).toBe("an image");
    expect(clock.now() - began).toBeGreaterThanOrEqual(2_000);
  });

  test.each([
    ["when its time is up", 60_000, notReady],
    ["rather than wait for longer than is left", 35_000, { status: 429, headers: { "retry-after": "40" } }],
  ])("that is not ready in time is a TimeoutError %s", async (_name, timeoutMs, answer) => {
    const server = await serve(answer);
    const clock = skippingClock();
    const began = clock.now();
    const error = await outcome(downloadFrame(connect(server, clock), { task: 7 }, 3, { timeoutMs }));
    expect(error).toSatisfy(isTimeoutError);
    expect(error).toMatchObject({ operation: "tasks_retrieve_data", timeoutMs, phase: "total" });
    expect(String(error)).toContain(`did not have frame 3 of task 7 ready within ${timeoutMs} ms`);
    expect(clock.now() - began).toBeLessThan(timeoutMs + 1_000);
  });

  test("that is throttled is the ApiError of the client's retries", async () => {
    const throttled = refusal(429, "Request was throttled. Expected available in 5 seconds.", { "retry-after": "5" });
    const server = await serve(throttled);
    const error = await outcome(downloadFrame(connect(server), { task: 7 }, 3));
    expect(error).toSatisfy(isApiError);
    expect(error).toMatchObject({ status: 429, retryAfterMs: 5_000 });
    expect(server.requests).toHaveLength(3);
  });

  test("is aborted while it waits, with the caller's reason", async () => {
    const controller = new AbortController();
    const server = await startServer(() => {
      controller.abort("not needed");
      return notReady;
    });
    const work = downloadFrame(connect(server), { task: 7 }, 3, { signal: controller.signal });
    await expect(work).rejects.toBe("not needed");
  });

  test("is no page that a proxy sends in its place", async () => {
    const server = await serve({
      headers: { "content-type": "text/html; charset=utf-8" },
      body: "<title>Sign in</title>",
    });
    const client = connect(server);
    for (const work of [downloadFrame(client, { task: 7 }, 3), downloadPreview(client, { task: 7 })]) {
      const error = await outcome(work);
      expect(error).toSatisfy(isDecodeError);
      expect(error).toMatchObject({ status: 200, mediaType: "text/html" });
    }
  });

  test("that does not exist is what the server says of it", async () => {
    const server = await serve({ status: 400, body: "Incorrect requested frame number: 99" });
    const error = await outcome(downloadFrame(connect(server), { job: 12 }, 99));
    expect(error).toMatchObject({ name: "ApiError", status: 400, operation: "jobs_retrieve_data" });
    expect(String(error)).toContain("Incorrect requested frame number: 99");
  });

  test("that the server fails to make is an error with its status, for every kind of media", async () => {
    const server = await serve({
      status: 500,
      headers: { "content-type": "text/html" },
      body: "<!doctype html><title>Server Error (500)</title>",
    });
    const client = connect(server);
    const calls: [string, Promise<unknown>][] = [
      ["tasks_retrieve_data", downloadFrame(client, { task: 7 }, 3)],
      ["jobs_retrieve_data", downloadChunk(client, { job: 7 }, 3)],
      ["tasks_retrieve_data", downloadContextImages(client, { task: 7 }, 3)],
      ["projects_retrieve_preview", downloadPreview(client, { project: 7 })],
    ];
    for (const [operation, call] of calls) {
      const error = await outcome(call);
      expect(error).toMatchObject({ name: "ApiError", status: 500, operation });
      expect(String(error)).toContain("Server Error (500)");
    }
  });

  test("that has gone when a broken connection is resumed is what the server says of it", async () => {
    let asked = 0;
    const { breakAfter, fetch } = createBreaker();
    const origin = await listen((_, outgoing) => {
      asked += 1;
      if (asked > 1) return void outgoing.writeHead(404, { "content-type": "text/html" }).end("No such frame");
      outgoing.writeHead(200, { "content-type": "image/jpeg", "content-length": 200_000, "x-checksum": "1" });
      breakAfter(outgoing, Buffer.alloc(70_000));
    });
    const frame = await downloadFrame(connect({ origin, fetch }), { task: 7 }, 3);
    const error = await outcome(frame.bytes());
    expect(error).toMatchObject({ name: "ApiError", status: 404 });
    expect(String(error)).toContain("No such frame");
  });

  test.each<[string, unknown, unknown, unknown]>([
    ["source", {}, 3, {}],
    ["source.project", { project: 1 }, 3, {}],
    ["source.task", { task: -1 }, 3, {}],
    ["number", { task: 1 }, -1, {}],
    ["number", { task: 1 }, 1.5, {}],
    ["number", { task: 1 }, "3", {}],
    ["options.quality", { task: 1 }, 3, { quality: "best" }],
    ["options.qualty", { task: 1 }, 3, { qualty: "original" }],
    ["options.timeoutMs", { task: 1 }, 3, { timeoutMs: 0 }],
  ])("refuses %s of %j, %j, %j before anything is sent", async (option, source, number, options) => {
    const server = await serve(image);
    const error = await outcome(downloadFrame(connect(server), source as never, number as never, options as never));
    expect(error).toMatchObject({ name: "ConfigError", option });
    expect(server.requests).toEqual([]);
  });
});

describe("downloadChunk", () => {
  const content = Buffer.from(Uint8Array.from({ length: 200_000 }, (_, at) => (at * 7 + (at >> 8)) % 251));

  /** Serves chunks with ranges, but neither tag nor date, and breaks the first connection. */
  async function serveChunk(checksums: readonly string[]): Promise<Reached & { readonly sent: unknown[] }> {
    const sent: unknown[] = [];
    const { breakAfter, fetch } = createBreaker();
    const origin = await listen((incoming, outgoing) => {
      const { range, "if-range": condition } = incoming.headers;
      sent.push([range, condition]);
      const from = Number(/^bytes=(\d+)-$/.exec(range ?? "")?.[1] ?? 0);
      const part = content.subarray(from);
      if (from > 0) outgoing.setHeader("content-range", `bytes ${from}-${content.length - 1}/${content.length}`);
      outgoing.writeHead(from > 0 ? 206 : 200, {
        "content-type": "application/zip",
        "content-length": part.length,
        "x-checksum": checksums[sent.length - 1] ?? "",
      });
      if (sent.length > 1) outgoing.end(part);
      else breakAfter(outgoing, part.subarray(0, 70_000));
    });
    return { origin, fetch, sent };
  }

  test.each([
    [{ task: 7 }, "?type=chunk&number=2&quality=original", "task-7-chunk-2.zip"],
    [{ job: 12 }, "?type=chunk&index=2&quality=original", "job-12-chunk-2.zip"],
  ])("of %j asks for the chunk, and says what tells it from a later one", async (source, search, name) => {
    const headers = {
      "content-type": "application/zip",
      "x-checksum": "1234",
      "x-updated-date": "2026-11-22T00:00:00.000000Z",
    };
    const server = await serve({ headers, body: "PK" });
    const chunk = await downloadChunk(connect(server), source, 2);
    expectTypeOf(chunk).toEqualTypeOf<DownloadedChunk>();
    expect(chunk).toMatchObject({ name, checksum: "1234", updatedDate: "2026-11-22T00:00:00.000000Z" });
    expect(await chunk.text()).toBe("PK");
    expect(server.requests[0]?.url.search).toBe(search);
  });

  test("leaves out what the server does not say", async () => {
    const server = await serve(notReady, { headers: { "content-type": "video/mp4" }, body: "" });
    const chunk = await downloadChunk(connect(server), { job: 1 }, 0, { quality: "compressed" });
    expect(chunk.name).toBe("job-1-chunk-0.mp4");
    expect(Object.keys(chunk)).not.toContain("checksum");
    expect(Object.keys(chunk)).not.toContain("updatedDate");
  });

  test("goes on where a connection broke, as long as the checksum is the same", async () => {
    const server = await serveChunk(["1", "1"]);
    const chunk = await downloadChunk(connect(server), { job: 12 }, 0);
    expect(Buffer.from(await chunk.bytes()).equals(content)).toBe(true);
    expect(server.sent).toEqual([
      [undefined, undefined],
      ["bytes=70000-", undefined],
    ]);
  });

  test("that has changed meanwhile is an error, never a mixture", async () => {
    const server = await serveChunk(["1", "2"]);
    const folder = await mkdtemp(path.join(tmpdir(), "cvat-chunks-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const chunk = await downloadChunk(connect(server), { job: 12 }, 0);
    const error = await outcome(chunk.save(folder));
    expect(error).toSatisfy(isDecodeError);
    expect(error).toMatchObject({ operation: "jobs_retrieve_data", status: 206 });
    expect(String(error)).toContain("the file has changed since: start the download again");
    expect(await readdir(folder)).toEqual([]);
  });

  test("refuses an index that is none before anything is sent", async () => {
    const server = await serve(image);
    const error = await outcome(downloadChunk(connect(server), { task: 7 }, -1));
    expect(error).toMatchObject({ name: "ConfigError", option: "index" });
    expect(server.requests).toEqual([]);
  });
});

describe("downloadContextImages", () => {
  test("asks for the pictures that go with a frame", async () => {
    const server = await serve({ headers: { "content-type": "application/zip" }, body: "PK" });
    const images = await downloadContextImages(connect(server), { task: 7 }, 3);
    expectTypeOf(images).toEqualTypeOf<DownloadedFile | undefined>();
    expect(images?.name).toBe("task-7-frame-3-context.zip");
    expect(await images?.text()).toBe("PK");
    expect(server.requests[0]?.url.search).toBe("?type=context_image&number=3");
  });

  test("is undefined for a frame without any, and an error for a task that does not exist", async () => {
    const none = await serve({ status: 404, headers: { "content-type": "text/html; charset=utf-8" } });
    expect(await downloadContextImages(connect(none), { job: 12 }, 3)).toBeUndefined();
    const missing = await serve(notFound);
    expect(await outcome(downloadContextImages(connect(missing), { task: 7 }, 3))).toMatchObject({
      name: "ApiError",
      status: 404,
    });
  });
});

describe("downloadPreview", () => {
  test.each([
    [{ task: 7 }, "/api/tasks/7/preview", "handling=empty", "task-7-preview.jpg"],
    [{ job: 12 }, "/api/jobs/12/preview", "handling=empty", "job-12-preview.jpg"],
    [{ project: 3 }, "/api/projects/3/preview", "handling=empty", "project-3-preview.jpg"],
    [{ cloudStorage: 5 }, "/api/cloudstorages/5/preview", undefined, "cloud-storage-5-preview.jpg"],
  ])("of %j waits for the picture", async (source, target, prefer, name) => {
    const server = await serve(notReady, notReady, notReady, notReady, image);
    const preview = await downloadPreview(connect(server), source);
    expectTypeOf(preview).toEqualTypeOf<DownloadedFile | undefined>();
    expect(preview?.name).toBe(name);
    expect((await preview?.blob())?.type).toBe("image/jpeg");
    expect(server.requests).toHaveLength(5);
    expect(server.requests[4]?.target).toBe(target);
    expect(server.requests[4]?.headers["prefer"]).toBe(prefer);
  });

  test.each([
    ["no preview can be made", { status: 204 }],
    ["a project has no tasks", plainText(404, "Project image preview not found")],
    ["a storage has none", { status: 404, body: JSON.stringify("Cannot get any preview") }],
  ])("is undefined where %s", async (_name, answer) => {
    const server = await serve(answer);
    expect(await downloadPreview(connect(server), { project: 3 })).toBeUndefined();
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    ["what does not exist", notFound],
    ["a page of another server", plainText(404, "<!doctype html><h1>Not Found</h1>")],
    ["a storage that cannot be read", { status: 400, body: JSON.stringify("Access denied") }],
  ])("is an ApiError for %s", async (_name, answer) => {
    const server = await serve(answer);
    const error = await outcome(downloadPreview(connect(server), { cloudStorage: 3 }));
    expect(error).toMatchObject({ name: "ApiError", operation: "cloudstorages_retrieve_preview" });
  });
});
