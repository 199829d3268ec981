import {
  createAngoHubClient,
  exportTasks,
  isApiError,
  isDecodeError,
  type AngoHubClient,
  type DownloadedFile,
  type ExportTasksOptions,
} from "@labelwire/ango-hub";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, expectTypeOf, onTestFinished, test } from "vitest";
import { failure, startServer, success, type TestServer } from "./start-server.ts";

const project = "507f191e810c19729de860ea";
const archive = Buffer.from("PK\u0005\u0006 not quite a ZIP, but bytes all the same");

function connect(server: TestServer): AngoHubClient {
  return createAngoHubClient({ baseUrl: `${server.origin}/v2`, auth: { apiKey: "the-key" } });
}

/** A platform that answers every export with `exportPath`. */
function servePlatform(exportPath: unknown): Promise<TestServer> {
  return startServer(({ url }) => (url.pathname === "/v2/export" ? success({ exportPath }) : { body: archive }));
}

/** A storage, on an origin of its own. */
function serveStorage(): Promise<TestServer> {
  const headers = { "content-type": "application/zip", "content-length": String(archive.length) };
  return startServer(() => ({ headers, body: archive }));
}

describe("exportTasks", () => {
  test("is not asked for again after a bad gateway: each call prepares, notifies and mails anew", async () => {
    const platform = await startServer(() => ({ status: 502, body: "Bad Gateway" }));
    const client = connect(platform).with({ retry: { maxDelayMs: 1 } });
    await expect(exportTasks(client, { project })).rejects.toMatchObject({ name: "ApiError", status: 502 });
    const { error } = await client.GET("/export", { params: { query: { project } } });
    expect(error?.status).toBe(502);
    expect(platform.requests).toHaveLength(2);
  });

  test("asks for the export with its conditions and downloads the archive without the key", async () => {
    const storage = await serveStorage();
    const platform = await servePlatform(`${storage.origin}/exports/tasks.zip?X-Signature=abc%2Fdef`);
    const selection: ExportTasksOptions = {
      format: "ndjson",
      stages: ["Complete"],
      updatedAt: { after: "2026-01-01" },
      filters: { assignee: "a+b@example.com" },
      includeMetadata: true,
    };
    const told: (number | undefined)[] = [];
    const file = await exportTasks(
      connect(platform),
      { project },
      {
        ...selection,
        onProgress: ({ fraction }) => void told.push(fraction),
      },
    );
    expectTypeOf(file).toEqualTypeOf<DownloadedFile>();
    expect(file).toMatchObject({ name: "tasks.zip", size: archive.length, mediaType: "application/zip" });
    expect(Buffer.from(await file.bytes())).toEqual(archive);
    expect(told.at(-1)).toBe(1);

    expect(Object.fromEntries(platform.requests[0]?.url.searchParams ?? [])).toEqual({
      project,
      format: "ndjson",
      stage: '["Complete"]',
      updatedAt: '{"$gt":"2026-01-01T00:00:00.000Z"}',
      filters: '{"assignee":"a+b@example.com"}',
      includeMetadata: "true",
    });
    expect(platform.requests).toHaveLength(1);
    expect(platform.requests[0]?.headers["apikey"]).toBe("the-key");
    expect(storage.requests.map(({ target }) => target)).toEqual(["/exports/tasks.zip?X-Signature=abc%2Fdef"]);
    expect(JSON.stringify(storage.requests[0]?.headers)).not.toContain("the-key");
  });

  test("saves the archive to disk", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "ango-hub-export-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const storage = await serveStorage();
    const platform = await servePlatform(`${storage.origin}/exports/tasks.zip`);
    const file = await exportTasks(connect(platform), { project });
    const saved = await file.save(`${folder}/exports/`);
    expect(saved).toBe(path.join(folder, "exports", "tasks.zip"));
    expect(await readFile(saved)).toEqual(archive);
  });

  test("follows a redirect of the platform's own link to a storage, without the key", async () => {
    const storage = await serveStorage();
    const platform = await startServer(({ url }, { origin }) =>
      url.pathname === "/v2/export"
        ? success({ exportPath: `${origin}/v2/files/1` })
        : { status: 302, headers: { location: `${storage.origin}/tasks.zip` } },
    );
    const file = await exportTasks(connect(platform), { project });
    expect(Buffer.from(await file.bytes())).toEqual(archive);
    expect(JSON.stringify(storage.requests.map(({ headers }) => headers))).not.toContain("the-key");
  });

  test("throws the platform's refusal, and the storage's", async () => {
    const refusing = await startServer(() => failure(403, "No access to this project"));
    const refused: unknown = await exportTasks(connect(refusing), { project }).catch((reason: unknown) => reason);
    expect(isApiError(refused)).toBe(true);
    expect(refused).toMatchObject({ status: 403, operation: "exportTasks" });

    const storage = await startServer(() => ({ status: 403, body: "<Error><Code>AccessDenied</Code></Error>" }));
    const platform = await servePlatform(`${storage.origin}/tasks.zip?X-Signature=s3cr3t`);
    const expired: unknown = await exportTasks(connect(platform), { project }).catch((reason: unknown) => reason);
    expect(isApiError(expired)).toBe(true);
    expect(String(expired)).toContain("Links to files expire");
    expect(String(expired)).not.toContain("s3cr3t");
  });

  test("stops at once when aborted while the platform prepares", async () => {
    const server = await startServer(() => "hang");
    const controller = new AbortController();
    const work = exportTasks(connect(server), { project }, { signal: controller.signal });
    setTimeout(() => controller.abort("not needed"), 30);
    await expect(work).rejects.toBe("not needed");
  });

  test("takes no signal as null, as fetch does, and refuses what is none", async () => {
    const storage = await startServer(() => ({ body: archive }));
    const platform = await servePlatform(`${storage.origin}/tasks.zip`);
    const file = await exportTasks(connect(platform), { project }, { signal: null });
    expect(Buffer.from(await file.bytes())).toEqual(archive);
    const signal = new AbortController() as never;
    await expect(exportTasks(connect(platform), { project }, { signal })).rejects.toMatchObject({
      name: "ConfigError",
      option: "options.signal",
    });
  });

  test("gives up when the platform takes longer than timeoutMs", async () => {
    const server = await startServer(() => "hang");
    const work = exportTasks(connect(server), { project }, { timeoutMs: 50 });
    await expect(work).rejects.toMatchObject({ name: "TimeoutError", timeoutMs: 50 });
  });

  test.each<[string, object]>([
    ["options.createdAt.after", { createdAt: { after: "soon" } }],
    ["options.createdAt.before", { createdAt: { after: "2026-02-01", before: "2026-01-01" } }],
    ["options.stage", { stage: "Complete" }],
  ])("refuses %s before anything is sent", async (option, members) => {
    const server = await servePlatform("https://x.test");
    const work = exportTasks(connect(server), { project }, members);
    await expect(work).rejects.toMatchObject({ name: "ConfigError", option });
    expect(server.requests).toHaveLength(0);
  });
});

describe("a hostile link", () => {
  /** A client of the hosted service whose requests end here. */
  function trap(exportPath: unknown): { client: AngoHubClient; sent: Request[] } {
    const sent: Request[] = [];
    const fetch = async (request: Request): Promise<Response> => {
      sent.push(request);
      return request.url.startsWith("https://imeritapi.ango.ai/v2/export?")
        ? Response.json({ status: "success", data: { exportPath } })
        : new Response(archive);
    };
    return { client: createAngoHubClient({ auth: { apiKey: "the-key" }, fetch }), sent };
  }

  test.each([
    "file:///etc/passwd",
    "data:application/zip;base64,UEsFBg==",
    "javascript:alert(1)",
    "ftp://imeritapi.ango.ai/tasks.zip",
    "http://user@imeritapi.ango.ai/tasks.zip",
    "https://user:password@evil.test/tasks.zip",
    "http://evil.test/tasks.zip",
    "http://imeritapi.ango.ai:8080/tasks.zip",
    "https://",
    "",
    null,
    7,
    { url: "https://evil.test" },
  ])("%j is not followed", async (exportPath) => {
    const { client, sent } = trap(exportPath);
    const thrown: unknown = await exportTasks(client, { project }).catch((reason: unknown) => reason);
    expect(isDecodeError(thrown)).toBe(true);
    expect(thrown).toMatchObject({ status: 200, operation: "exportTasks" });
    expect(sent).toHaveLength(1);
  });

  test.each([
    "https://evil.test/tasks.zip",
    "//evil.test/tasks.zip",
    "\\\\evil.test\\tasks.zip",
    "https://imeritapi.ango.ai.evil.test/tasks.zip",
    "https://imeritapi.ango.ai:8443/tasks.zip",
  ])("%j is fetched without the key", async (exportPath) => {
    const { client, sent } = trap(exportPath);
    await (await exportTasks(client, { project })).bytes();
    expect(sent).toHaveLength(2);
    expect(sent[1]?.headers.get("apikey")).toBeNull();
  });

  test("http to the platform's own host goes by https", async () => {
    const { client, sent } = trap("http://imeritapi.ango.ai/v2/files/tasks.zip");
    await (await exportTasks(client, { project })).bytes();
    expect(sent[1]?.url).toBe("https://imeritapi.ango.ai/v2/files/tasks.zip");
  });
});
