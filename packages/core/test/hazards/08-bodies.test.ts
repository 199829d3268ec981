import { Buffer } from "node:buffer";
import { inspect } from "node:util";
import { brotliCompressSync, constants, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { listPets, type AcmeOptions } from "../acme.ts";
import { sendJson, startServer, type Answer } from "../loopback.ts";
import { createSubjectClient } from "./subject-client.ts";

const megabyte = 1_000_000;
const head = { "content-type": "application/json", "x-request-id": "r-1" };

/** What a call comes to: its result, or what it rejected with. */
async function outcomeOf(answer: Answer, options: AcmeOptions = {}): Promise<unknown> {
  const server = await startServer(answer);
  return listPets(createSubjectClient({ baseUrl: server.url, retry: false, ...options })).catch(
    (error: unknown) => error,
  );
}

const sending =
  (body: string | Buffer, headers: Record<string, string> = {}, status = 200): Answer =>
  (_, response) =>
    response.writeHead(status, { ...head, ...headers }).end(body);

const undecodable = { name: "DecodeError", status: 200, requestId: "r-1", operation: "listPets" };

describe("a success that is no answer is an error that says what came", () => {
  test.each([
    ["JSON that was cut short", sending('[{"id":1,"name":"To')],
    ["a login page", sending("<!doctype html><title>Log in</title>", { "content-type": "text/html" })],
    ["a login page that claims to be JSON", sending("<!doctype html><title>Log in</title>")],
    ["nothing at all", sending("")],
    ["white space", sending(" \n")],
    ["text that is not in the charset it says", sending(Buffer.from([0x5b, 0x22, 0xe9, 0x22, 0x5d]))],
    ["a charset that nobody knows", sending("[]", { "content-type": "application/json; charset=klingon" })],
    ["an image", sending("[]", { "content-type": "image/png" })],
    ["a long page", sending(`<p>${"x".repeat(100_000)}`, { "content-type": "text/html" })],
  ])("%s", async (_, answer) => {
    const error = await outcomeOf(answer);
    expect(error).toMatchObject(undecodable);
    expect(Buffer.byteLength((error as { excerpt: string }).excerpt)).toBeLessThanOrEqual(1024);
  });
});

describe("text is read in the charset that the answer says", () => {
  const text = '[{"id":1,"name":"Zoë"}]';
  test.each([
    [
      "latin1, for servers of old",
      sending(Buffer.from(text, "latin1"), { "content-type": "application/json; charset=iso-8859-1" }),
    ],
    [
      "UTF-16, with a byte order mark",
      sending(Buffer.from(`\ufeff${text}`, "utf16le"), { "content-type": 'application/json; charset="utf-16le"' }),
    ],
  ])("%s", async (_, answer) => {
    expect(await outcomeOf(answer)).toMatchObject({ data: [{ id: 1, name: "Zoë" }] });
    expect(await outcomeOf(sending(`\ufeff${text}`))).toMatchObject({ data: [{ id: 1, name: "Zoë" }] });
  });
});

describe("a length that is wrong", () => {
  test("by too much is a broken connection, not a short answer", async () => {
    const answer: Answer = (_, response) => {
      response.writeHead(200, { ...head, "content-length": "100" });
      response.write("[1]", () => response.destroy());
    };
    expect(await outcomeOf(answer)).toMatchObject({ name: "NetworkError", operation: "listPets", attempts: 1 });
  });

  test("of ten gigabytes is refused unread", async () => {
    const answer: Answer = (_, response) => {
      response.writeHead(200, { ...head, "content-length": String(10_000 * megabyte) });
      response.write("[");
    };
    expect(await outcomeOf(answer, { timeoutMs: 3_000 })).toMatchObject(undecodable);
  });
});

describe("a body larger than maxResponseBytes is an error, and is not read on", () => {
  const limited = { maxResponseBytes: megabyte };

  test.each([
    ["gzip", gzipSync],
    // The best that Brotli can do takes seconds.
    ["br", (bytes: Buffer) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })],
    ["deflate", deflateSync],
  ])("though it is small before decompression: %s", async (encoding, compress) => {
    const bomb = compress(Buffer.concat([Buffer.from("["), Buffer.alloc(64 * megabyte, " "), Buffer.from("]")]));
    expect(bomb.length).toBeLessThan(100_000);
    const error = await outcomeOf(sending(bomb, { "content-encoding": encoding }), limited);
    expect(error).toMatchObject(undecodable);
    expect(String(error)).toContain("maxResponseBytes");
  });

  /** Sends chunks as long as somebody reads them, but gives up in the end. Tells how many bytes were taken. */
  function sendEndlessly(status: number): { readonly answer: Answer; readonly taken: () => number } {
    let taken = 0;
    const chunk = Buffer.alloc(100_000, " ");
    const answer: Answer = (_, response) => {
      response.writeHead(status, head);
      const send = (): void => {
        taken += chunk.length;
        if (taken > 64 * megabyte) response.end("[]");
        else if (!response.destroyed) response.write(chunk, send);
      };
      send();
    };
    return { answer, taken: () => taken };
  }

  test("though it comes in chunks without an end", async () => {
    const { answer, taken } = sendEndlessly(200);
    expect(await outcomeOf(answer, limited)).toMatchObject(undecodable);
    // What the system's buffers take is not the client's to bound.
    expect(taken()).toBeLessThan(32 * megabyte);
  });

  test("though it is the body of an error, whose status still tells", async () => {
    const { answer, taken } = sendEndlessly(400);
    expect(await outcomeOf(answer)).toMatchObject({ error: { name: "ApiError", status: 400 } });
    expect(taken()).toBeLessThan(32 * megabyte);
  });
});

test("JSON of 200 MB is read whole by default, and refused where less is allowed", async () => {
  const name = "x".repeat(megabyte - 19);
  const pet = Buffer.from(JSON.stringify({ id: 100, name }));
  const answer: Answer = (_, response) => {
    response.writeHead(200, head);
    response.write("[");
    for (let count = 0; count < 200; count++) {
      if (count > 0) response.write(",");
      response.write(pet);
    }
    response.end("]");
  };
  expect(await outcomeOf(answer, { maxResponseBytes: 100 * megabyte })).toMatchObject(undecodable);
  const result = (await outcomeOf(answer)) as { data: { name: string }[] }; // what an outcome is without an error
  expect(result.data).toHaveLength(200);
  expect(result.data.every((each) => each.name === name)).toBe(true);
}, 180_000);

test("JSON that is nested a million deep is read, and can be logged where it is an error", async () => {
  const deep = "[".repeat(megabyte) + "]".repeat(megabyte);
  const result = (await outcomeOf(sending(deep))) as { data: unknown }; // what an outcome is without an error
  expect(Array.isArray(result.data)).toBe(true);
  const failed = (await outcomeOf(sending(`{"fault":"deep","details":${deep}}`, {}, 400))) as { error: unknown };
  expect(() => [JSON.stringify(failed.error), inspect(failed.error), String(failed.error)]).not.toThrow();
  expect(String(failed.error)).toContain("deep");
});

test("keys that name parts of a prototype are members like any other, in answers and in errors", async () => {
  const body = '{"__proto__":{"status":200,"isAdmin":true},"constructor":{"prototype":{}},"toString":1,"fault":"no"}';
  const failed = (await outcomeOf(sending(body, {}, 400))) as { error: { body: object } };
  expect(failed.error).toMatchObject({ name: "ApiError", status: 400 });
  expect(Object.keys(failed.error.body)).toEqual(["__proto__", "constructor", "toString", "fault"]);
  expect(failed.error).not.toHaveProperty("isAdmin");
  expect({}).not.toHaveProperty("isAdmin");
});

test("a failure inside HTTP 200 is an error", async () => {
  expect(await outcomeOf((_, response) => sendJson(response, { fault: "no such pet", code: 7 }))).toMatchObject({
    error: { name: "ApiError", status: 200, code: 7 },
  });
});

test("an integer beyond 2^53 is an error that names its member, never another number", async () => {
  const outcome = await outcomeOf(sending('[{"id":9007199254740993,"name":"x"}]'));
  expect(outcome).toMatchObject({ ...undecodable, message: expect.stringContaining('in "id"') as unknown });
});
