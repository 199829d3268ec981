import { getEventListeners } from "node:events";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { elapsedMs } from "../../../scripts/testing/elapsed-ms.ts";
import { failureOf } from "../../../scripts/testing/failure-of.ts";
import { quickestRun } from "../../../scripts/testing/quickest-run.ts";
import type { TransferProgress } from "./transfer-progress.ts";
import { putFile, type PutFileOptions } from "./upload.ts";

/** Whether the runtime sends streams: Node does; browsers, Deno and Bun get the body whole. */
const runtime = vi.hoisted(() => ({ streams: true }));
vi.mock("#node-files", async (original) => ({
  ...(await original<object>()),
  canStreamUploads: () => runtime.streams,
}));
afterEach(() => {
  runtime.streams = true;
});

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

interface Put {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Storage that takes what it is sent. `answers` are the statuses of its answers in turn; 0 breaks the connection, -1 never answers. */
async function storage({ answers = [], reads = true }: { answers?: readonly number[]; reads?: boolean } = {}) {
  const puts: Put[] = [];
  let open = 0;
  const server = createServer((request, response) => {
    open += 1;
    request.socket.once("close", () => (open -= 1));
    request.on("error", () => undefined);
    if (!reads) return;
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const status = answers[puts.length] ?? 200;
      puts.push({ headers: request.headers, body: Buffer.concat(chunks) });
      if (status === -1) return;
      if (status === 0) request.socket.resetAndDestroy();
      else response.writeHead(status, { "x-amz-request-id": "R1", "retry-after": "0" }).end("<Error/>");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  cleanups.push(() => (server.closeAllConnections(), server.close()));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/bucket/cat.jpg?X-Sig=canary-of-the-url`, puts, open: () => open };
}

const content = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 7) % 251);
const instant = { random: () => 0 };

async function fileOf(bytes: Uint8Array): Promise<string> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "upload-"));
  cleanups.push(() => fs.rm(folder, { recursive: true }));
  const location = path.join(folder, "cat.jpg");
  await fs.writeFile(location, bytes);
  return location;
}

describe("what is sent", () => {
  test.each<[string, () => PutFileOptions["body"] | Promise<PutFileOptions["body"]>]>([
    ["a Blob", () => new Blob([content], { type: "image/jpeg" })],
    ["a File", () => new File([content], "cat.jpg", { type: "image/jpeg" })],
    ["bytes", () => content],
    ["an ArrayBuffer", () => content.slice().buffer],
    ["a view of a part", () => new DataView(Uint8Array.from([1, ...content, 2]).buffer, 1, content.length)],
    ["a Buffer", () => Buffer.from(content)],
    [
      "shared memory",
      () => {
        const shared = new Uint8Array(new SharedArrayBuffer(content.length));
        shared.set(content);
        return shared;
      },
    ],
    ["a file's path", () => fileOf(content)],
  ])("%s goes whole, with its length and no header of ours", async (_name, make) => {
    const { url, puts } = await storage();
    for (runtime.streams of [true, false]) {
      const response = await putFile({ url, body: await make(), headers: { "x-amz-acl": "private" } });
      expect(response.status).toBe(200);
      const put = puts.at(-1);
      expect(put?.body.equals(content)).toBe(true);
      expect(put?.headers).toMatchObject({ "content-length": "300000", "x-amz-acl": "private" });
      for (const name of ["content-type", "transfer-encoding", "authorization", "cookie"]) {
        expect(put?.headers).not.toHaveProperty(name);
      }
    }
    expect(puts).toHaveLength(2);
  });

  test("an empty file is sent with its length of 0", async () => {
    const { url, puts } = await storage();
    const told: TransferProgress[] = [];
    await putFile({ url, body: new Blob([]), onProgress: (progress) => told.push(progress) });
    expect(puts[0]?.headers["content-length"]).toBe("0");
    expect(told.at(-1)).toEqual({ loadedBytes: 0, totalBytes: 0, fraction: 1 });
  });

  test("where the runtime does not tell, begin and end are told and nothing is made up", async () => {
    runtime.streams = false;
    const { url } = await storage();
    const told: unknown[] = [];
    await putFile({ url, body: content, onProgress: ({ fraction }) => told.push(fraction) });
    expect(told).toEqual([0, 1]);
  });

  test("progress rises with what the connection takes, and ends with the whole", async () => {
    const { url } = await storage();
    const told: number[] = [];
    await putFile({ url, body: content, onProgress: ({ loadedBytes }) => told.push(loadedBytes) });
    expect(told[0]).toBe(0);
    expect(told.at(-1)).toBe(content.length);
    expect(told.length).toBeGreaterThan(3);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });
});

describe("failures", () => {
  test.each([
    ["an answer of 503", 503],
    ["a broken connection", 0],
  ])("%s is met by sending the whole again", async (_name, status) => {
    const { url, puts } = await storage({ answers: [status, status] });
    const response = await putFile({ url, body: await fileOf(content), ...instant });
    expect(response.ok).toBe(true);
    expect(puts).toHaveLength(3);
    for (const { body } of puts) expect(body.equals(content)).toBe(true);
  });

  test("a refusal is an UploadError at once, with what the storage said", async () => {
    const { url, puts } = await storage({ answers: [403] });
    const error = await failureOf(putFile({ url, body: new File([content], "cat.jpg"), ...instant }));
    expect(error).toMatchObject({
      name: "UploadError",
      fileName: "cat.jpg",
      uploadedBytes: 0,
      message:
        "The upload of cat.jpg failed: the storage answered 403 Forbidden. Signed URLs expire: ask for a new one if this one is old.",
      cause: { name: "ApiError", status: 403, requestId: "R1" },
    });
    expect(puts).toHaveLength(1);
  });

  test("storage that stays out of reach is an UploadError after as many attempts as allowed", async () => {
    const { url, puts } = await storage({ answers: [0, 0, 0, 0] });
    const error = await failureOf(putFile({ url, body: content, name: "x.bin", maxAttempts: 2, ...instant }));
    expect(error).toMatchObject({
      name: "UploadError",
      fileName: "x.bin",
      cause: { name: "NetworkError", attempts: 2 },
    });
    expect(puts).toHaveLength(2);
  });

  test("no error shows the query of the URL, even where the runtime quotes it", async () => {
    const { url } = await storage({ answers: [403] });
    const quoting = (): Promise<Response> => Promise.reject(new TypeError(`error sending request for url (${url})`));
    for (const options of [
      { url, body: content },
      { url, body: content, fetch: quoting },
    ]) {
      const error = await failureOf(putFile({ ...options, maxAttempts: 1 }));
      expect(error).toMatchObject({ name: "UploadError" });
      expect(`${(error as Error).stack} ${String((error as Error).cause)} ${JSON.stringify(error)}`).not.toContain(
        "canary",
      );
    }
  });

  test.each([
    "file:///etc/passwd",
    "ftp://s.example/x",
    "http://user:canary@s.example/x",
    "/x",
    "http://",
    "javascript:0",
  ])("%s is no address to send to", async (url) => {
    const sent = vi.fn();
    const error = await failureOf(putFile({ url, body: content, fetch: sent }));
    expect(error).toMatchObject({
      name: "UploadError",
      message: "The upload of file failed: its address is no plain http or https URL.",
    });
    expect(sent).not.toHaveBeenCalled();
  });

  test("a path that is no file is a ConfigError", async () => {
    const { url, puts } = await storage();
    for (const body of ["/no/such/file", os.tmpdir()]) {
      expect(await failureOf(putFile({ url, body }))).toMatchObject({
        name: "ConfigError",
        option: "path",
        message: expect.stringContaining(body) as unknown,
      });
    }
    expect(await failureOf(putFile({ url, body: 7 as never }))).toMatchObject({ name: "ConfigError", option: "body" });
    expect(await failureOf(putFile({ url, body: content, maxAttempts: 0 }))).toMatchObject({ option: "maxAttempts" });
    const signal = new AbortController() as never;
    expect(await failureOf(putFile({ url, body: content, signal }))).toMatchObject({ option: "signal" });
    expect(puts).toEqual([]);
  });

  test("a file that changes while it is sent is an UploadError, and is not sent again", async () => {
    const { url, puts } = await storage();
    const location = await fileOf(new Uint8Array(20_000_000));
    let changed: Promise<void> | undefined;
    const onProgress = ({ loadedBytes }: TransferProgress): void => {
      if (loadedBytes > 0) changed ??= fs.writeFile(location, "other");
    };
    const error = await failureOf(putFile({ url, body: location, onProgress, ...instant }));
    await changed;
    expect(error).toMatchObject({
      name: "UploadError",
      fileName: "cat.jpg",
      message: "The upload of cat.jpg failed: it could not be read while it was sent.",
    });
    expect(puts).toEqual([]);
  });

  test("storage that takes nothing more is given up after the stall time", async () => {
    const { url } = await storage({ reads: false });
    const body = new Uint8Array(50_000_000);
    const error = await failureOf(putFile({ url, body, stallTimeoutMs: 150, maxAttempts: 2, ...instant }));
    expect(error).toMatchObject({
      name: "UploadError",
      cause: { name: "TimeoutError", phase: "attempt", timeoutMs: 150 },
    });
  });

  test("an upload ends at its deadline", async () => {
    const { url } = await storage({ reads: false });
    const error = await failureOf(putFile({ url, body: content, timeoutMs: 100 }));
    expect(error).toMatchObject({ name: "TimeoutError", phase: "total", timeoutMs: 100 });
  });
});

describe("abort", () => {
  test.each([
    ["while a stream is sent", true],
    ["while the whole is sent", false],
  ])("%s ends the upload at once with the signal's reason, and leaves nothing", async (_name, streams) => {
    runtime.streams = streams;
    const { url, open } = await storage({ answers: Array<number>(10).fill(-1) });
    const body = new Uint8Array(50_000_000);
    const abortMs = await quickestRun(50, async () => {
      const controller = new AbortController();
      const reason = new Error("enough");
      const work = failureOf(putFile({ url, body, signal: controller.signal }));
      await vi.waitFor(() => expect(open()).toBe(1), { timeout: 5000, interval: 5 });
      const tookMs = await elapsedMs(async () => {
        controller.abort(reason);
        expect(await work).toBe(reason);
      });
      await vi.waitFor(() => expect(open()).toBe(0), { timeout: 5000, interval: 5 });
      expect(getEventListeners(controller.signal, "abort")).toEqual([]);
      expect(await failureOf(putFile({ url, body: content, signal: controller.signal }))).toBe(reason);
      return tookMs;
    });
    expect(abortMs).toBeLessThan(50);
  });

  test("what onProgress throws ends the upload as it is", async () => {
    const { url } = await storage();
    for (const at of [0, 65_536, content.length]) {
      const reason = new Error(`stop at ${at}`);
      const onProgress = ({ loadedBytes }: TransferProgress): void => {
        if (loadedBytes >= at) throw reason;
      };
      expect(await failureOf(putFile({ url, body: content, onProgress }))).toBe(reason);
    }
  });
});
