import { describe, expect, test } from "vitest";
import { serveBytes } from "./serve-bytes.ts";

const file = {
  bytes: new TextEncoder().encode("0123456789"),
  mediaType: "text/plain",
  etag: '"v1"',
  fileName: "a.txt",
};

async function get(headers: Record<string, string>, method = "GET"): Promise<Record<string, unknown>> {
  const response = serveBytes(new Request("https://storage.test/a", { method, headers }), file);
  const { status } = response;
  return {
    status,
    body: await response.text(),
    length: response.headers.get("content-length"),
    range: response.headers.get("content-range"),
  };
}

describe("serveBytes", () => {
  test("a file comes whole, with its size and version", async () => {
    expect(await get({})).toEqual({ status: 200, body: "0123456789", length: "10", range: null });
  });

  test("HEAD says the size and sends nothing", async () => {
    expect(await get({}, "HEAD")).toEqual({ status: 200, body: "", length: "10", range: null });
  });

  test.each([
    ["bytes=0-3", "0123", "bytes 0-3/10"],
    ["bytes=4-", "456789", "bytes 4-9/10"],
    ["bytes=8-99", "89", "bytes 8-9/10"],
    ["bytes=-3", "789", "bytes 7-9/10"],
    ["bytes=-99", "0123456789", "bytes 0-9/10"],
  ])("the range %s", async (range, body, contentRange) => {
    expect(await get({ range })).toMatchObject({ status: 206, body, range: contentRange });
  });

  test("a range beyond the end is refused with the size", async () => {
    expect(await get({ range: "bytes=10-" })).toMatchObject({ status: 416, range: "bytes */10" });
  });

  test.each(["bytes=0-1,3-4", "lines=1-2", "bytes=x", "bytes=-"])("%s is not understood and ignored", async (range) => {
    expect(await get({ range })).toMatchObject({ status: 200, body: "0123456789" });
  });

  test("a range of another version is the whole", async () => {
    expect(await get({ range: "bytes=5-", "if-range": '"v1"' })).toMatchObject({ status: 206, body: "56789" });
    expect(await get({ range: "bytes=5-", "if-range": '"v0"' })).toMatchObject({ status: 200, body: "0123456789" });
  });
});
