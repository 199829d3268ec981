import type { RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { createBreaker } from "../../../scripts/testing/create-breaker.ts";
import { elapsedMs } from "../../../scripts/testing/elapsed-ms.ts";
import { listen } from "../../../scripts/testing/listen.ts";
import { quickestRun } from "../../../scripts/testing/quickest-run.ts";
import { systemClock } from "./clock.ts";
import { startDeadline } from "./deadline.ts";
import { decodeBody } from "./decode-body.ts";
import type { ResponseKind } from "./operation.ts";

const { breakAfter, fetch } = createBreaker();

/** A real answer over loopback HTTP. */
async function answer(listener: RequestListener, init?: RequestInit): Promise<Response> {
  return fetch(await listen(listener), init);
}

function send(body: string | Uint8Array, headers: Record<string, string> = {}, status = 200): RequestListener {
  return (_, response) => {
    response.writeHead(status, { "content-type": "application/json", "x-request-id": "r-1", ...headers }).end(body);
  };
}

interface ReadOptions {
  kind?: ResponseKind;
  maxResponseBytes?: number;
  attempts?: number;
  signal?: AbortSignal;
}

const definition = { platform: "acme", title: "Acme", servers: {}, auth: [], readFailure: () => undefined };

function decode(response: Response, options: ReadOptions = {}): Promise<unknown> {
  const { kind = "json", signal = new AbortController().signal, ...limits } = options;
  const deadline = startDeadline({ clock: systemClock, timeoutMs: Infinity, parent: signal, reason: () => undefined });
  const secrets = (): string[] => ["canary-2f7a91"];
  const call = { definition, operation: "getPet", attempts: 1, secrets, maxResponseBytes: 1_000_000 };
  return decodeBody({ ...call, ...limits }, response, kind, deadline).finally(deadline.end);
}

describe("a JSON answer", () => {
  test.each<[string, string | Uint8Array, Record<string, string>, unknown]>([
    ["an object", '{"name":"Rex ü"}', {}, { name: "Rex ü" }],
    ["a byte order mark", "\ufeff[1]", {}, [1]],
    ["a scalar", " null\n", {}, null],
    ["a media type of the platform's own", "[1]", { "content-type": "application/vnd.acme+json; version=2.1" }, [1]],
    ["a media type in capitals", "[1]", { "content-type": "Application/JSON" }, [1]],
    ["no particular media type", "[1]", { "content-type": "text/plain" }, [1]],
    ["UTF-16", Buffer.from('"ü"', "utf16le"), { "content-type": "application/json; charset=utf-16le" }, "ü"],
    [
      "Latin-1, quoted",
      Buffer.from('"ü"', "latin1"),
      { "content-type": 'application/json; Charset = "ISO-8859-1"' },
      "ü",
    ],
    ["gzip", gzipSync('{"a":1}'), { "content-encoding": "gzip" }, { a: 1 }],
  ])("with %s is parsed", async (_, body, headers, expected) => {
    expect(await decode(await answer(send(body, headers)))).toEqual(expected);
  });

  test("in many small pieces, cut within characters, is parsed", async () => {
    const bytes = Buffer.from(JSON.stringify({ name: "ü🐶组".repeat(20) }));
    const response = new Response(
      new ReadableStream({
        start(controller) {
          for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
          controller.close();
        },
      }),
    );
    expect(await decode(response)).toEqual({ name: "ü🐶组".repeat(20) });
  });

  test("with __proto__ keys pollutes nothing", async () => {
    const data = await decode(await answer(send('{"__proto__":{"polluted":true},"constructor":{"prototype":1}}')));
    expect(Object.keys(data as object)).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  test.each<[string, string | Uint8Array, Record<string, string>, string, string]>([
    ["is truncated", '{"pets":[{"id":1},', {}, "is not JSON, or was cut short", '{"pets":[{"id":1},'],
    ["is empty", "", {}, "is empty", ""],
    ["is blank", " \n", {}, "is empty", " \n"],
    [
      "is a login page",
      "<html><title>Sign in</title>",
      { "content-type": "text/html; charset=utf-8" },
      "is text/html, not JSON: check the base URL, and whether a proxy asks for a sign-in",
      "<html><title>Sign in</title>",
    ],
    ["is a page that calls itself JSON", "<html>", {}, "is not JSON", "<html>"],
    ["is a table", "1", { "content-type": "text/csv" }, "is text/csv, not JSON", "1"],
    ["is plain text", "pong", { "content-type": "text/plain" }, "is not JSON", "pong"],
    ["is not UTF-8", Buffer.from('{"name":"ü"}', "latin1"), {}, "is not text in utf-8", ""],
    [
      "has a charset nobody knows",
      "[1]",
      { "content-type": "application/json; charset=klingon" },
      "is not text in klingon",
      "",
    ],
    [
      "is lines of JSON",
      '{"a":1}\n{"a":2}',
      { "content-type": "application/x-ndjson" },
      "is application/x-ndjson, not JSON",
      '{"a":1}\n{"a":2}',
    ],
  ])("that %s is a DecodeError", async (_, body, headers, problem, excerpt) => {
    const attempt = decode(await answer(send(body, headers)));
    await expect(attempt).rejects.toMatchObject({
      name: "DecodeError",
      message: expect.stringContaining(`Acme answered getPet with status 200, but the body ${problem}`),
      operation: "getPet",
      status: 200,
      requestId: "r-1",
      mediaType: (headers["content-type"] ?? "application/json").split(";")[0],
      excerpt,
    });
    await expect(attempt).rejects.not.toHaveProperty("cause");
  });

  test("that middleware has read is a DecodeError that says so", async () => {
    const response = await answer(send("[1]"));
    await response.text();
    await expect(decode(response)).rejects.toThrow("middleware");
  });

  test("shows no secret in the excerpt", async () => {
    const body = `{"apiKey":"other-secret","note":"canary-2f7a91",`;
    await expect(decode(await answer(send(body)))).rejects.toMatchObject({
      excerpt: '{"apiKey":"[redacted]","note":"[redacted]",',
    });
  });

  test("nested a hundred thousand deep does not crash", async () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    const outcome: unknown = await decode(await answer(send(deep))).catch((error: unknown) => error);
    expect(Array.isArray(outcome) || (outcome as Error).name === "DecodeError").toBe(true);
  });
});

describe("other answers", () => {
  test("text is decoded by its charset", async () => {
    const response = await answer(send(Buffer.from("ü", "latin1"), { "content-type": "text/plain; charset=latin1" }));
    expect(await decode(response, { kind: "text" })).toBe("ü");
    expect(await decode(await answer(send("")), { kind: "text" })).toBe("");
  });

  test("a file is a Blob with its bytes and type", async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
    const blob = await decode(await answer(send(bytes, { "content-type": "image/png" })), { kind: "blob" });
    expect(blob).toBeInstanceOf(Blob);
    expect((blob as Blob).type).toBe("image/png");
    expect(new Uint8Array(await (blob as Blob).arrayBuffer())).toEqual(bytes);
  });

  test("a login page is no file", async () => {
    const response = await answer(send("<html>", { "content-type": "text/html" }));
    await expect(decode(response, { kind: "blob" })).rejects.toThrow("is text/html, not a file");
  });

  test.each([204, 205])("%i is undefined", async (status) => {
    expect(await decode(new Response(null, { status }))).toBeUndefined();
  });

  test("of kind none is undefined, even where the body never ends", async () => {
    expect(await decode(await answer(endless), { kind: "none" })).toBeUndefined();
  });

  test("to HEAD is undefined", async () => {
    expect(await decode(await answer(send("[1]"), { method: "HEAD" }), { kind: "none" })).toBeUndefined();
  });
});

describe("an error answer", () => {
  test.each<[string, string, Record<string, string>, unknown]>([
    ["JSON", '{"message":"no"}', {}, { message: "no" }],
    ["JSON called something else", '{"message":"no"}', { "content-type": "text/html" }, { message: "no" }],
    ["a page", "<html>", { "content-type": "text/html" }, "<html>"],
    ["truncated JSON", '{"message":', {}, '{"message":'],
    ["nothing", "", {}, ""],
    ["a charset nobody knows", "no", { "content-type": "text/plain; charset=klingon" }, "no"],
  ])("of %s is never refused", async (_, body, headers, expected) => {
    for (const kind of ["json", "blob", "none"] as const) {
      expect(await decode(await answer(send(body, headers, 500)), { kind })).toEqual(expected);
    }
  });

  test("larger than the limit, or broken off, is taken as far as it came", async () => {
    const large = await answer(send("x".repeat(3_000_000), { "content-length": "3000000" }, 500));
    expect(await decode(large, { maxResponseBytes: Infinity })).toBe("");
    const endlessError = await answer((request, response) => {
      response.statusCode = 500;
      endless(request, response);
    });
    expect(await decode(endlessError)).toMatch(/^x{900000}/);
    const broken = await answer((_, response) => {
      breakAfter(response.writeHead(502, { "content-length": 100 }), Buffer.from("bad gate"));
    });
    expect(await decode(broken)).toBe("bad gate");
  });
});

const endless: RequestListener = (_, response) => {
  const more = (): void => {
    while (!response.destroyed && response.write("x".repeat(16_384)));
  };
  response.on("drain", more);
  more();
};

describe("limits", () => {
  test.each<[string, RequestListener]>([
    ["declares too much", (_, response) => response.writeHead(200, { "content-length": 1e10 }).flushHeaders()],
    ["never ends", endless],
    ["unpacks to too much", send(gzipSync(Buffer.alloc(50_000_000)), { "content-encoding": "gzip" })],
    ["has one byte too many", send("x".repeat(1_001))],
  ])("a body that %s is refused", async (_, listener) => {
    const before = process.memoryUsage().arrayBuffers;
    await expect(decode(await answer(listener), { maxResponseBytes: 1_000 })).rejects.toMatchObject({
      name: "DecodeError",
      message: expect.stringContaining("is larger than 1000 bytes, the limit in maxResponseBytes"),
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  test("a body of exactly the limit is taken", async () => {
    expect(await decode(await answer(send("x".repeat(1_000))), { maxResponseBytes: 1_000, kind: "text" })).toHaveLength(
      1_000,
    );
  });
});

describe("faults while reading", () => {
  test.each<[string, RequestListener]>([
    ["reset", (_, response) => breakAfter(response.writeHead(200), Buffer.from("[1,"), "reset")],
    [
      "shorter than declared",
      (_, response) => breakAfter(response.writeHead(200, { "content-length": 9 }), Buffer.from("[1,")),
    ],
  ])("a connection %s is a NetworkError", async (_, listener) => {
    await expect(decode(await answer(listener), { attempts: 2 })).rejects.toMatchObject({
      name: "NetworkError",
      operation: "getPet",
      attempts: 2,
    });
  });

  test("aborting ends a stalled body at once, with the signal's reason, and leaves no listener", async () => {
    const abortMs = await quickestRun(50, async () => {
      const response = await answer((_, stalled) => void stalled.writeHead(200).write("["));
      const controller = new AbortController();
      const added: unknown[] = [];
      const { signal } = controller;
      const add = signal.addEventListener.bind(signal);
      const remove = signal.removeEventListener.bind(signal);
      signal.addEventListener = (...listener: Parameters<typeof add>) => (added.push(listener[1]), add(...listener));
      signal.removeEventListener = (...listener: Parameters<typeof remove>) => (
        added.splice(added.indexOf(listener[1]), 1),
        remove(...listener)
      );
      const pending = decode(response, { signal });
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(added).toHaveLength(1);
      const reason = new Error("enough");
      const tookMs = await elapsedMs(async () => {
        controller.abort(reason);
        await expect(pending).rejects.toBe(reason);
      });
      expect(added).toHaveLength(0);
      return tookMs;
    });
    expect(abortMs).toBeLessThan(50);
  });

  test("aborting does not wait for a cancel that never settles", async () => {
    const stuck = new ReadableStream<Uint8Array>({ cancel: () => new Promise(() => undefined) });
    const controller = new AbortController();
    const pending = decode(new Response(stuck), { signal: controller.signal });
    controller.abort(new Error("enough"));
    await expect(pending).rejects.toThrow("enough");
  });

  test("nothing is read after an abort", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(decode(new Response("[1]"), { signal })).rejects.toThrow("enough");
    await expect(decode(new Response("no", { status: 500 }), { signal })).rejects.toThrow("enough");
  });
});
