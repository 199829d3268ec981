import { crc32 } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { OutsideServer } from "../../../../scripts/test-outside/outside-server.ts";
import { isObject, type JsonObject } from "./read-values.ts";
import { startServer } from "./server.ts";

let server: OutsideServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.close());

const project = "507f1f77bcf86cd799439011";

function call(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { apikey: server.environment["ANGO_API_KEY"] ?? "", "content-type": "application/json" };
  return fetch(loopback(`https://imeritapi.ango.ai/v2${path}`), { headers, ...init });
}

function loopback(address: string): string {
  const { origin, pathname, search } = new URL(address);
  return `${server.origins[origin] ?? "http://unknown.invalid"}${pathname}${search}`;
}

/** The `data` of a success. */
async function read(response: Response): Promise<JsonObject> {
  const body: unknown = await response.json();
  return isObject(body) && isObject(body["data"]) ? body["data"] : {};
}

describe("the platform a second time", () => {
  test("asks for the bare key", async () => {
    const response = await call("/listProjects", { headers: { apikey: "apikey outside-test-key" } });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ status: "fail", message: "Invalid API key" });
  });

  test("pages lists, ten to a page, and counts them", async () => {
    const last = await read(await call(`/project/${project}/tasks?page=25`));
    expect(last["total"]).toBe(250);
    expect(last["tasks"]).toHaveLength(10);
    expect((await read(await call(`/project/${project}/tasks?page=26`)))["tasks"]).toEqual([]);
    expect((await call("/listProjects?limit=101")).status).toBe(400);
  });

  test("answers 429 to the hundred-and-first request of a minute", async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 101; count += 1) statuses.push((await call("/listProjects")).status);
    expect(statuses.slice(99)).toEqual([200, 429]);
  });

  test("takes one PUT for each upload address, and none with the key", async () => {
    const data = await read(await call(`/getUploadUrl?name=cat.jpg&project=${project}`));
    const uploadUrl = String(data["uploadUrl"]);
    const address = loopback(uploadUrl);
    expect((await fetch(address, { method: "PUT", body: "bytes", headers: { apikey: "k" } })).status).toBe(400);
    expect((await fetch(address, { method: "PUT", body: "bytes" })).status).toBe(200);
    expect((await fetch(address, { method: "PUT", body: "bytes" })).status).toBe(403);
    const asset = { data: uploadUrl.split("?")[0] };
    const imported = await call(`/project/${project}/cloud`, {
      method: "POST",
      body: JSON.stringify({ assets: [asset] }),
    });
    expect(imported.status).toBe(201);
  });

  test("exports an archive whose directory finds the tasks", async () => {
    const data = await read(await call(`/export?project=${project}&stage=${encodeURIComponent('["Complete"]')}`));
    const archive = Buffer.from(await (await fetch(loopback(String(data["exportPath"])))).arrayBuffer());
    const directory = archive.readUInt32LE(archive.length - 6);
    expect(archive.readUInt32LE(directory)).toBe(0x02014b50);
    const entry = archive.readUInt32LE(directory + 42);
    const start = entry + 30 + archive.readUInt16LE(entry + 26);
    const file = archive.subarray(start, start + archive.readUInt32LE(entry + 18));
    expect(crc32(file)).toBe(archive.readUInt32LE(directory + 16));
    expect(JSON.parse(file.toString("utf8"))).toHaveLength(50);
  });
});
