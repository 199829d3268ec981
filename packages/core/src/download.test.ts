import { getEventListeners } from "node:events";
import fs from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, expectTypeOf, onTestFinished, test, vi } from "vitest";
import { createBreaker } from "../../../scripts/testing/create-breaker.ts";
import { elapsedMs } from "../../../scripts/testing/elapsed-ms.ts";
import { failureOf } from "../../../scripts/testing/failure-of.ts";
import { listen } from "../../../scripts/testing/listen.ts";
import { quickestRun } from "../../../scripts/testing/quickest-run.ts";
import { systemClock, type Clock } from "./clock.ts";
import { download } from "./download.ts";
import type { DownloadedFile } from "./downloaded-file.ts";
import { ApiError } from "./errors.ts";
import type { DownloadOptions, OpenDownload } from "./download-source.ts";
import type { TransferProgress } from "./transfer-progress.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let folder = "";
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "download-"));
  onTestFinished(() => fs.rm(folder, { recursive: true, force: true }));
});
afterEach(() => {
  vi.restoreAllMocks();
});

const breaker = createBreaker();

async function serve(handler: Handler): Promise<OpenDownload & { readonly ranges: (string | undefined)[] }> {
  const ranges: (string | undefined)[] = [];
  const origin = await listen((request, response) => {
    ranges.push(request.headers.range);
    handler(request, response);
  });
  const url = `${origin}/files/export.zip?sig=x`;
  return Object.assign(((request) => breaker.fetch(url, request)) satisfies OpenDownload, { ranges });
}

const content = Uint8Array.from({ length: 200_000 }, (_, i) => (i * 7 + (i >> 8)) % 251);
const exact: DownloadOptions = { operation: "exportPets", random: () => 0 };
const instant = { ...exact, random: () => 0 };

interface Fault {
  /** Bytes after which the connection breaks, for each connection in turn. */
  readonly breakAfter?: readonly number[];
  readonly etag?: string | null;
  readonly lastModified?: string;
  /** Answers ranges with the whole file. */
  readonly ignoresRange?: boolean;
  /** The checksum header of each connection in turn; null for none. */
  readonly checksums?: readonly (string | null)[];
}

/** Serves `content` with ranges, as a storage service does, and breaks connections as told. */
function storage({
  breakAfter = [],
  etag = '"v1"',
  lastModified,
  ignoresRange = false,
  checksums = [],
}: Fault): Handler {
  let connections = 0;
  return (request, response) => {
    const checksum = checksums[connections] ?? null;
    if (checksum !== null) response.setHeader("x-checksum", checksum);
    const limit = breakAfter[connections] ?? Infinity;
    connections += 1;
    const { range, "if-range": condition } = request.headers;
    const matches = condition === undefined || condition === etag || condition === lastModified;
    const from = range !== undefined && matches && !ignoresRange ? Number(/^bytes=(\d+)-$/.exec(range)?.[1]) : 0;
    if (etag !== null) response.setHeader("etag", etag);
    if (lastModified !== undefined) response.setHeader("last-modified", lastModified);
    if (from > 0) {
      response.statusCode = 206;
      response.setHeader("content-range", `bytes ${from}-${content.length - 1}/${content.length}`);
    }
    const body = content.subarray(from);
    response.setHeader("content-length", body.length);
    response.setHeader("content-type", "application/zip; charset=binary");
    if (limit >= body.length) return void response.end(body);
    breaker.breakAfter(response, body.subarray(0, limit));
  };
}

describe("reading", () => {
  test("knows name, size and media type before the bytes, and gives the bytes each way", async () => {
    const open = await serve(storage({}));
    const file = await download(open, exact);
    expectTypeOf(file).toEqualTypeOf<DownloadedFile>();
    expect(file).toMatchObject({ name: "export.zip", size: content.length, mediaType: "application/zip" });
    expect(open.ranges).toHaveLength(1);
    expect(Buffer.from(await file.bytes()).equals(content)).toBe(true);
    expect(open.ranges).toHaveLength(1);

    const blob = await file.blob();
    expect(blob.type).toBe("application/zip");
    expect(Buffer.from(await blob.arrayBuffer()).equals(content)).toBe(true);
    const streamed = await new Response(file.stream()).bytes();
    expect(Buffer.from(streamed).equals(content)).toBe(true);
    expect(await file.text()).toBe(new TextDecoder().decode(content));
    expect(open.ranges).toEqual([undefined, undefined, undefined, undefined]);
  });

  test("asks for the bytes as they are stored", async () => {
    let encoding: unknown;
    const open = await serve((request, response) => {
      encoding = request.headers["accept-encoding"];
      response.end("a");
    });
    await (await download(open)).text();
    expect(encoding).toBe("identity");
  });

  test("tells progress from 0 to 1, and only bytes where the size is not known", async () => {
    for (const isSized of [true, false]) {
      const open = await serve((_request, response) => {
        if (isSized) response.setHeader("content-length", 3);
        response.write("a");
        response.end("bc");
      });
      const told: TransferProgress[] = [];
      const file = await download(open, { onProgress: (progress) => told.push(progress) });
      expect(await file.text()).toBe("abc");
      const [begin, end] = [told.at(0), told.at(-1)];
      expect([begin, end]).toEqual(
        isSized
          ? [
              { loadedBytes: 0, totalBytes: 3, fraction: 0 },
              { loadedBytes: 3, totalBytes: 3, fraction: 1 },
            ]
          : [{ loadedBytes: 0 }, { loadedBytes: 3 }],
      );
    }
  });

  test("an empty file is whole", async () => {
    for (const status of [200, 204]) {
      const file = await download(await serve((_request, response) => response.writeHead(status).end()));
      expect((await file.bytes()).length).toBe(0);
    }
  });

  test("what comes compressed is unpacked, and its packed length is not taken for its size", async () => {
    const packed = gzipSync(content);
    const open = await serve((_request, response) => {
      response
        .writeHead(200, { "content-encoding": "gzip", "content-length": packed.length, etag: '"v1"' })
        .end(packed);
    });
    const file = await download(open);
    expect(file.size).toBeUndefined();
    expect(Buffer.from(await file.bytes()).equals(content)).toBe(true);
  });

  test.each([
    [
      403,
      "exportPets: the download was answered 403 Forbidden. Links to files expire: ask for a new one if this one is old.",
    ],
    [500, "exportPets: the download was answered 500 Internal Server Error."],
  ])("an answer of %i is an ApiError", async (status, message) => {
    const open = await serve((_request, response) =>
      response.writeHead(status, { "x-request-id": "r1" }).end("<Error/>"),
    );
    const error = await failureOf(download(open, exact));
    expect(error).toMatchObject({ name: "ApiError", status, requestId: "r1", operation: "exportPets", message });
  });

  test.each([
    ["maxResumes", { maxResumes: -1 }],
    ["stallTimeoutMs", { stallTimeoutMs: 0 }],
    ["signal", { signal: new AbortController() as never }],
    ["onProgess", { onProgess: () => undefined } as DownloadOptions],
  ])("%s that cannot be used is a ConfigError, and nothing is asked for", async (option, options) => {
    const open = await serve(storage({}));
    await expect(download(open, options)).rejects.toMatchObject({ name: "ConfigError", option });
    expect(open.ranges).toEqual([]);
  });
});

describe("broken connections", () => {
  test.each([
    ["an entity tag", {}],
    ["a date", { etag: null, lastModified: "Sun, 06 Nov 1994 08:49:37 GMT" }],
  ])("are resumed by %s, each byte once", async (_name, fault) => {
    const open = await serve(storage({ ...fault, breakAfter: [70_000, 0, 60_000] }));
    const told: number[] = [];
    const file = await download(open, { ...instant, onProgress: ({ loadedBytes }) => told.push(loadedBytes) });
    expect(Buffer.from(await file.bytes()).equals(content)).toBe(true);
    expect(open.ranges[0]).toBeUndefined();
    expect(open.ranges.slice(1)).toEqual(["bytes=70000-", "bytes=70000-", "bytes=130000-"]);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  test("are resumed by a version header where there is nothing else, each byte once", async () => {
    const conditions: unknown[] = [];
    const file = storage({ etag: null, checksums: ["7", "7"], breakAfter: [70_000] });
    const open = await serve((request, response) => {
      conditions.push(request.headers["if-range"]);
      file(request, response);
    });
    const downloaded = await download(open, { ...instant, versionHeader: "X-Checksum" });
    expect(Buffer.from(await downloaded.bytes()).equals(content)).toBe(true);
    expect(open.ranges).toEqual([undefined, "bytes=70000-"]);
    expect(conditions).toEqual([undefined, undefined]);
  });

  test.each([
    ["another", "8"],
    ["no", null],
  ])("are not resumed with a part that has %s version", async (_name, checksum) => {
    const open = await serve(storage({ etag: null, checksums: ["7", checksum], breakAfter: [70_000] }));
    const file = await download(open, { ...instant, versionHeader: "X-Checksum" });
    expect(await failureOf(file.bytes())).toMatchObject({ name: "DecodeError" });
  });

  test("are resumed where the server ignores ranges, if it is the same file", async () => {
    const open = await serve(storage({ breakAfter: [70_000], ignoresRange: true }));
    const file = await download(open, instant);
    expect(Buffer.from(await file.bytes()).equals(content)).toBe(true);
  });

  test("before the first byte start again without a range", async () => {
    const open = await serve(storage({ breakAfter: [0], etag: null }));
    const file = await download(open, instant);
    expect(Buffer.from(await file.bytes()).equals(content)).toBe(true);
    expect(open.ranges).toEqual([undefined, undefined]);
  });

  test("of a file that has changed are a DecodeError, never a mixture", async () => {
    for (const ignoresRange of [true, false]) {
      const before = storage({ breakAfter: [70_000] });
      const after = storage({ etag: '"v2"', ignoresRange });
      let connections = 0;
      const open = await serve((request, response) => ((connections += 1) === 1 ? before : after)(request, response));
      const file = await download(open, instant);
      const error = await failureOf(file.bytes());
      expect(error).toMatchObject({
        name: "DecodeError",
        message: expect.stringContaining("has changed since") as unknown,
      });
    }
  });

  test("of a server that gives nothing to resume by are a NetworkError that says so", async () => {
    for (const etag of [null, 'W/"weak"']) {
      const open = await serve(storage({ breakAfter: [70_000], etag }));
      const error = await failureOf((await download(open, instant)).bytes());
      expect(error).toMatchObject({ name: "NetworkError", operation: "exportPets", attempts: 1 });
      expect(error).toMatchObject({
        message: expect.stringContaining("after 70000 of 200000 bytes, and the server gave no ETag") as unknown,
      });
    }
  });

  test("without end are a NetworkError after as many as allowed", async () => {
    const open = await serve(storage({ breakAfter: [70_000, ...Array.from({ length: 50 }, () => 1)] }));
    const error = await failureOf((await download(open, { ...instant, maxResumes: 3 })).bytes());
    expect(error).toMatchObject({ name: "NetworkError", attempts: 4 });
    expect(open.ranges).toHaveLength(4);
  });

  test("are resumed past a server that is busy for a while, and end where it refuses", async () => {
    for (const [status, name] of [
      [503, undefined],
      [403, "ApiError"],
      [416, "DecodeError"],
    ] as const) {
      const file = storage({ breakAfter: [70_000] });
      let connections = 0;
      const open = await serve((request, response) => {
        connections += 1;
        if (connections === 2) response.writeHead(status, { "retry-after": "0" }).end();
        else file(request, response);
      });
      const error = await failureOf((await download(open, instant)).bytes());
      expect(error).toEqual(name === undefined ? undefined : expect.objectContaining({ name }));
    }
  });

  test("are met alike by an opener that rejects with an ApiError instead of answering", async () => {
    for (const [status, name] of [
      [503, undefined],
      [403, "ApiError"],
      [416, "DecodeError"],
    ] as const) {
      const answer = await serve(storage({ breakAfter: [70_000] }));
      const refusal = new ApiError({ operation: "exportPets", message: "no", status, body: "", retryAfterMs: 0 });
      let opened = 0;
      const open: OpenDownload = (request) => ((opened += 1) === 2 ? Promise.reject(refusal) : answer(request));
      const error = await failureOf((await download(open, instant)).bytes());
      expect(error).toEqual(name === undefined ? undefined : expect.objectContaining({ name }));
    }
  });

  test("a part that is not the one asked for is refused", async () => {
    for (const range of [`bytes 69999-199999/200000`, `bytes 70000-199999/300000`, "70000", ""]) {
      const file = storage({ breakAfter: [70_000] });
      let connections = 0;
      const open = await serve((request, response) => {
        connections += 1;
        if (connections === 1) file(request, response);
        else
          response
            .writeHead(206, { etag: '"v1"', ...(range !== "" && { "content-range": range }) })
            .end(content.subarray(70_000));
      });
      expect(await failureOf((await download(open, instant)).bytes())).toMatchObject({ name: "DecodeError" });
    }
  });

  test("a connection that stalls counts as broken", async () => {
    let connections = 0;
    const whole = storage({});
    const open = await serve((request, response) => {
      connections += 1;
      if (connections > 1) whole(request, response);
      else response.writeHead(200, { "content-length": content.length, etag: '"v1"' }).write(content.subarray(0, 1000));
    });
    // The time for a read is up once the last byte has come, and not before.
    let nowMs = 0;
    let timeIsUp = (): void => undefined;
    const clock: Clock = {
      now: () => nowMs,
      schedule: (callback, delayMs) => {
        if (delayMs !== 100) return systemClock.schedule(callback, delayMs);
        timeIsUp = callback;
        return () => undefined;
      },
    };
    const onProgress = ({ loadedBytes }: TransferProgress): void => {
      if (loadedBytes !== 1000) return;
      setImmediate(() => {
        nowMs += 100;
        timeIsUp();
      });
    };
    const file = await download(open, { ...instant, stallTimeoutMs: 100, clock, onProgress });
    expect(Buffer.from(await file.bytes()).equals(content)).toBe(true);
    expect(open.ranges).toEqual([undefined, "bytes=1000-"]);
  });

  test.each([
    ["fewer", "ab", "NetworkError"],
    ["more", "abcd", "DecodeError"],
  ])("%s bytes than announced are a typed error", async (_name, body, name) => {
    // A server cannot be made to send this: HTTP parsers cut or fail. Middleware and stand-ins for fetch can.
    const open: OpenDownload = () => Promise.resolve(new Response(body, { headers: { "content-length": "3" } }));
    expect(await failureOf((await download(open, instant)).bytes())).toMatchObject({ name, operation: "exportPets" });
  });
});

describe("abort", () => {
  const endless: Handler = (_request, response) => {
    response.writeHead(200, { "content-length": 1_000_000 }).write("begin");
  };

  test.each<[string, (file: DownloadedFile) => Promise<unknown>]>([
    ["bytes", (file) => file.bytes()],
    ["save", (file) => file.save(folder)],
    ["stream", (file) => new Response(file.stream()).text()],
  ])("ends %s at once with the signal's reason, and leaves nothing", async (_name, read) => {
    let isOpen = false;
    const open = await serve((request, response) => {
      isOpen = true;
      response.on("close", () => (isOpen = false));
      endless(request, response);
    });
    const abortMs = await quickestRun(50, async () => {
      const controller = new AbortController();
      const reason = new Error("enough");
      const file = await download(open, { ...exact, signal: controller.signal });
      let aborted = 0;
      setTimeout(() => {
        aborted = performance.now();
        controller.abort(reason);
      }, 50);
      await expect(read(file)).rejects.toBe(reason);
      const ended = performance.now();
      expect(await fs.readdir(folder)).toEqual([]);
      await vi.waitFor(() => expect(isOpen).toBe(false), { timeout: 5000, interval: 5 });
      expect(getEventListeners(controller.signal, "abort")).toEqual([]);
      await expect(file.bytes()).rejects.toBe(reason);
      await expect(download(open, { signal: controller.signal })).rejects.toBe(reason);
      return ended - aborted;
    });
    expect(abortMs).toBeLessThan(50);
  });

  test("cancelling the stream or the file closes the connection", async () => {
    let open = 0;
    const opener = await serve((request, response) => {
      open += 1;
      response.on("close", () => (open -= 1));
      endless(request, response);
    });
    const closed = () => vi.waitFor(() => expect(open).toBe(0), { timeout: 5000, interval: 5 });
    const unread = await download(opener);
    unread.cancel();
    await closed();
    await (await download(opener)).stream().cancel();
    await closed();
    const reader = (await download(opener)).stream().getReader();
    await reader.read();
    await reader.cancel();
    await closed();
    const file = await download(opener);
    const pending = failureOf(file.bytes());
    setTimeout(() => file.cancel(), 20);
    expect(await pending).toMatchObject({ name: "AbortError" });
    await closed();
  });

  test("while waiting to resume ends at once", async () => {
    const abortMs = await quickestRun(50, async () => {
      const open = await serve(storage({ breakAfter: [70_000, 0, 0, 0, 0] }));
      const controller = new AbortController();
      const file = await download(open, { ...exact, random: () => 1, signal: controller.signal });
      const pending = failureOf(file.bytes());
      await vi.waitFor(() => expect(open.ranges.length).toBeGreaterThan(1), { timeout: 5000, interval: 5 });
      return elapsedMs(async () => {
        controller.abort("stop");
        expect(await pending).toBe("stop");
      });
    });
    expect(abortMs).toBeLessThan(50);
  });
});

describe("save", () => {
  const start = async (name = "export.zip") => {
    const open = await serve((_request, response) =>
      response.writeHead(200, { "content-disposition": `attachment; filename="${name}"`, etag: '"1"' }).end("new"),
    );
    return download(open, exact);
  };
  const listed = async (): Promise<string[]> => (await fs.readdir(folder, { recursive: true })).sort();

  test("into a directory keeps the file's name, made safe", async () => {
    const file = await start("../../CON.zip");
    expect(await file.save(folder)).toBe(path.join(folder, "_CON.zip"));
    expect(await fs.readFile(path.join(folder, "_CON.zip"), "utf8")).toBe("new");
    expect(await file.save(`${folder}/new/deep/`)).toBe(path.join(folder, "new/deep/_CON.zip"));
    expect(await listed()).toEqual(["_CON.zip", "new", "new/deep", "new/deep/_CON.zip"]);
  });

  test("into a directory takes the name of the options instead, made safe", async () => {
    const open = await serve((_request, response) =>
      response.writeHead(200, { "content-type": "image/png", "content-disposition": "attachment; filename=x" }).end(),
    );
    const named = { fileName: ({ headers }: Response) => `../${headers.get("content-type") ?? ""}.png` };
    expect((await download(open, { ...exact, ...named })).name).toBe("png.png");
    expect((await download(open, { ...exact, fileName: () => undefined })).name).toBe("x");
    expect((await download(open, { ...exact, fileName: () => ".." })).name).toBe("x");
  });

  test("under a path takes that name", async () => {
    const target = path.join(folder, "mine.bin");
    expect(await (await start()).save(target)).toBe(target);
    expect(await listed()).toEqual(["mine.bin"]);
  });

  test("needs a path", async () => {
    const file = await start();
    // @ts-expect-error -- the target is required
    const refusal = await failureOf(file.save());
    expect(refusal).toMatchObject({ name: "ConfigError", option: "target" });
    expect(refusal).toMatchObject({ message: "target must be the path of a file or of a directory." });
    file.cancel();
  });

  test("overwrites only when told, and then replaces a link instead of following it", async () => {
    const outside = path.join(folder, "outside");
    const target = path.join(folder, "export.zip");
    await fs.writeFile(outside, "precious");
    await fs.symlink(outside, target);
    const file = await start();
    const refusal = await failureOf(file.save(folder));
    expect(refusal).toMatchObject({ name: "ConfigError", option: "target" });
    expect(refusal).toMatchObject({
      message: `exportPets: ${target} exists already. Save elsewhere, or pass { overwrite: true }.`,
    });
    expect(await file.save(folder, { overwrite: true })).toBe(target);
    expect(await fs.readFile(outside, "utf8")).toBe("precious");
    expect((await fs.lstat(target)).isSymbolicLink()).toBe(false);
    expect(await fs.readFile(target, "utf8")).toBe("new");
    expect(await listed()).toEqual(["export.zip", "outside"]);
  });

  test("a dangling link at the target is not followed either", async () => {
    await fs.symlink(path.join(folder, "nowhere"), path.join(folder, "export.zip"));
    expect(await failureOf((await start()).save(folder))).toMatchObject({ name: "ConfigError" });
    expect(await listed()).toEqual(["export.zip"]);
  });

  test("a file that appears at the target meanwhile is kept", async () => {
    const target = path.join(folder, "export.zip");
    let finish = (): unknown => undefined;
    const open = await serve((_request, response) => {
      response.write("begin");
      finish = () => response.end("end");
    });
    const saving = failureOf((await download(open, exact)).save(target));
    await vi.waitFor(async () => expect(await listed()).toHaveLength(1), { timeout: 5000, interval: 5 });
    await fs.writeFile(target, "other");
    finish();
    expect(await saving).toMatchObject({ name: "ConfigError", option: "target" });
    expect(await fs.readFile(target, "utf8")).toBe("other");
    expect(await listed()).toEqual(["export.zip"]);
  });

  test("leaves the target as it was when the transfer fails", async () => {
    const target = path.join(folder, "export.zip");
    await fs.writeFile(target, "old");
    const open = await serve(storage({ breakAfter: new Array<number>(20).fill(70_000), etag: null }));
    expect(await failureOf((await download(open, instant)).save(target, { overwrite: true }))).toMatchObject({
      name: "NetworkError",
    });
    expect(await fs.readFile(target, "utf8")).toBe("old");
    expect(await listed()).toEqual(["export.zip"]);
  });

  test("resumes into the same file", async () => {
    const open = await serve(storage({ breakAfter: [70_000, 50_000] }));
    const saved = await (await download(open, instant)).save(folder);
    expect((await fs.readFile(saved)).equals(content)).toBe(true);
  });

  test("a full disk is a LabelwireError, and the temporary file is gone", async () => {
    const open = fs.open.bind(fs);
    vi.spyOn(fs, "open").mockImplementation(async (...given) => {
      const handle = await open(...given);
      const full = Object.assign(new Error("ENOSPC: no space left on device, write"), {
        code: "ENOSPC",
        syscall: "write",
      });
      vi.spyOn(handle, "write").mockRejectedValue(full);
      return handle;
    });
    const error = await failureOf((await start()).save(folder));
    expect(error).toMatchObject({
      name: "LabelwireError",
      operation: "exportPets",
      message: expect.stringContaining("no space left") as unknown,
    });
    expect(await listed()).toEqual([]);
  });

  test("a write that takes less than it is given is continued", async () => {
    const open = fs.open.bind(fs);
    vi.spyOn(fs, "open").mockImplementation(async (...given) => {
      const handle = await open(...given);
      const write = handle.write.bind(handle) as (
        chunk: Uint8Array,
        at: number,
        length: number,
      ) => Promise<{ bytesWritten: number }>;
      vi.spyOn(handle, "write").mockImplementation((async (chunk: Uint8Array, at: number) =>
        write(chunk, at, Math.min(1000, chunk.byteLength - at))) as never);
      return handle;
    });
    const saved = await (await download(await serve(storage({})), exact)).save(folder);
    expect((await fs.readFile(saved)).equals(content)).toBe(true);
  });

  test.each([
    ["a folder that does not exist", () => path.join(folder, "none", "x.zip")],
    ["a file for a folder", () => path.join(folder, "file", "x.zip")],
    ["a folder in the place of the file", () => folder],
  ])("%s is a ConfigError that names the path", async (name, target) => {
    await fs.writeFile(path.join(folder, "file"), "");
    if (name.startsWith("a folder in")) await fs.mkdir(path.join(folder, "export.zip"));
    const error = await failureOf((await start()).save(target(), { overwrite: true }));
    expect(error).toMatchObject({
      name: "ConfigError",
      option: "target",
      message: expect.stringContaining(folder) as unknown,
    });
    expect((await listed()).filter((entry) => entry.includes("part"))).toEqual([]);
  });

  test("an option that does not exist is a ConfigError", async () => {
    await expect((await start()).save(folder, { overwite: true } as never)).rejects.toMatchObject({
      option: "overwite",
    });
  });
});

test("a runtime without files says what to use instead", async () => {
  const { saveFile, openFile, canStreamUploads } = await import("./node-files.ts");
  const file = { name: "x", chunks: (async function* () {})(), overwrite: false, operation: "exportPets" };
  await expect(saveFile("x", file)).rejects.toMatchObject({ name: "ConfigError", option: "target" });
  await expect(openFile("x")).rejects.toMatchObject({ name: "ConfigError", option: "path" });
  expect(canStreamUploads()).toBe(false);
});
