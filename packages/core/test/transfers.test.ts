import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { download, putFile, type PutFileOptions } from "@labelwire/core";
import { expect, onTestFinished, test } from "vitest";
import { createAcmeClient } from "./acme.ts";
import { startServer, type Received } from "./loopback.ts";

const secret = /acme-canary-token|cats/;
const bare = ({ headers, url }: Received): boolean => !secret.test(JSON.stringify(headers) + url);

async function folder(): Promise<string> {
  const made = await fs.mkdtemp(path.join(os.tmpdir(), "transfers-"));
  onTestFinished(() => fs.rm(made, { recursive: true }));
  return made;
}

test("a download follows a link to storage without credentials, and resumes there", async () => {
  const content = Buffer.from(Array.from({ length: 100_000 }, (_, i) => i % 251));
  let breakOff = (): unknown => undefined;
  const storage = await startServer(({ headers, number }, response) => {
    const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? "")?.[1] ?? 0);
    const part = content.subarray(from);
    const range = { "content-range": `bytes ${from}-${content.length - 1}/${content.length}` };
    const head = {
      etag: '"v1"',
      "content-length": part.length,
      "content-disposition": 'attachment; filename="../pets.zip"',
    };
    response.writeHead(from > 0 ? 206 : 200, { ...head, ...(from > 0 && range) });
    if (number > 1) return void response.end(part);
    breakOff = () => response.destroy();
    response.write(part.subarray(0, 40_000));
  });
  const server = await startServer((_request, response) =>
    response.writeHead(302, { location: `${storage.url}/signed?sig=1` }).end(),
  );
  const client = createAcmeClient({ baseUrl: server.url, organization: "cats" });
  const file = await download(
    (request) => client.fetch("/pets/export", { ...request, followCrossOrigin: true, operation: "exportPets" }),
    {
      operation: "exportPets",
      clock: client.clock,
      random: () => 0,
      // What has not been read when a connection breaks is lost.
      onProgress: ({ loadedBytes }) => loadedBytes === 40_000 && breakOff(),
    },
  );
  const saved = await file.save(await folder());
  expect(path.basename(saved)).toBe("pets.zip");
  expect((await fs.readFile(saved)).equals(content)).toBe(true);
  expect(server.received.every(({ headers }) => headers.authorization === "Bearer acme-canary-token")).toBe(true);
  expect(storage.received.map(({ headers }) => [headers.range, headers["if-range"]])).toEqual([
    [undefined, undefined],
    ["bytes=40000-", '"v1"'],
  ]);
  expect(storage.received.every(bare)).toBe(true);
});

test("an upload through the client tells the storage nothing of ours, and is repeated by us alone", async () => {
  const content = Buffer.alloc(200_000, "cat");
  const storage = await startServer(({ number }, response) => response.writeHead(number === 1 ? 503 : 200).end());
  const client = createAcmeClient({ baseUrl: "https://acme.invalid", organization: "cats" });
  const location = path.join(await folder(), "pet.jpg");
  await fs.writeFile(location, content);
  const fetch: PutFileOptions["fetch"] = (url, init) => client.fetch(url, init);
  const upload = { url: `${storage.url}/signed?sig=1`, body: location, fetch, random: () => 0 };
  expect((await putFile(upload)).status).toBe(200);
  expect(storage.received).toHaveLength(2);
  for (const put of storage.received) {
    expect(put).toMatchObject({ method: "PUT", headers: { "content-length": "200000" } });
    expect(put.headers).not.toHaveProperty("transfer-encoding");
    expect(bare(put)).toBe(true);
    expect(createHash("sha1").update(put.body).digest("hex")).toBe(createHash("sha1").update(content).digest("hex"));
  }
});

test("an upload and a download take memory for a few chunks, not for the file", async () => {
  const size = 200_000_000;
  const storage = createServer((request, response) => {
    if (request.method === "PUT") {
      let taken = 0;
      request.on("data", (chunk: Buffer) => (taken += chunk.length));
      request.on("end", () => response.end(String(taken)));
      return;
    }
    response.writeHead(200, { "content-length": size });
    const chunk = Buffer.alloc(500_000);
    Readable.from(Array.from({ length: size / chunk.length }, () => chunk)).pipe(response);
  });
  await new Promise<void>((resolve) => storage.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void storage.close());
  const url = `http://127.0.0.1:${(storage.address() as AddressInfo).port}/big.bin`;
  const client = createAcmeClient({ baseUrl: "https://acme.invalid" });
  const location = path.join(await folder(), "big.bin");
  let most = 0;
  const onProgress = (): void => {
    most = Math.max(most, process.memoryUsage().arrayBuffers);
  };

  const file = await download((request) => client.fetch(url, request), { onProgress });
  await file.save(location);
  expect((await fs.stat(location)).size).toBe(size);
  const fetch: PutFileOptions["fetch"] = (address, init) => client.fetch(address, init);
  const answer = await putFile({ url, body: location, fetch, onProgress });
  expect(await answer.text()).toBe(String(size));
  expect(most).toBeLessThan(size * 0.75);
}, 60_000);

test("an upload that the storage redirects elsewhere is refused", async () => {
  const elsewhere = await startServer((_request, response) => response.end());
  const storage = await startServer((_request, response) => response.writeHead(307, { location: elsewhere.url }).end());
  const client = createAcmeClient({ baseUrl: "https://acme.invalid" });
  const fetch: PutFileOptions["fetch"] = (url, init) => client.fetch(url, init);
  const upload = putFile({ url: `${storage.url}/signed`, body: new Blob(["x"]), fetch, maxAttempts: 1 });
  await expect(upload).rejects.toMatchObject({ name: "UploadError", fileName: "file" });
  expect(elsewhere.received).toEqual([]);
});
