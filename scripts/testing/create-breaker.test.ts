import { expect, test } from "vitest";
import { createBreaker } from "./create-breaker.ts";
import { listen } from "./listen.ts";

test.each([0, 1, 250_000])("whoever reads late gets %d bytes all the same, and then the break", async (bytes) => {
  const { breakAfter, fetch } = createBreaker();
  const origin = await listen((_, response) => {
    breakAfter(response.writeHead(200, { "content-length": 300_000, etag: '"1"' }), Buffer.alloc(bytes), "reset");
  });
  const response = await fetch(`${origin}/file`);
  expect(response).toMatchObject({ status: 200, url: `${origin}/file`, bodyUsed: false });
  expect(response.headers.get("etag")).toBe('"1"');
  const reader = response.body?.getReader();
  let read = 0;
  const readAll = async (): Promise<void> => {
    for (let chunk = await reader?.read(); chunk?.value; chunk = await reader?.read()) {
      read += chunk.value.byteLength;
      // Time in which a connection that broke too early would take the rest with it.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  await expect(readAll()).rejects.toThrow();
  expect(read).toBe(bytes);
});

test("what is not broken is passed on as it came", async () => {
  const { fetch } = createBreaker();
  const origin = await listen((_, response) => response.end("whole"));
  expect(await (await fetch(origin)).text()).toBe("whole");
});
