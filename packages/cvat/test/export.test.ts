import {
  createCvatClient,
  exportBackup,
  exportDataset,
  isApiError,
  isConfigError,
  isDecodeError,
  isJobFailedError,
  isJobTimeoutError,
  readErrorDetails,
  type CloudExport,
  type CvatClient,
  type DownloadedFile,
  type ExportProgress,
} from "@labelwire/cvat";
import fs, { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, expectTypeOf, onTestFinished, test, vi } from "vitest";
import { startExportServer, type ExportServer } from "./servers/export-server.ts";
import { skippingClock } from "./servers/skipping-clock.ts";
import { startServer } from "./servers/start-server.ts";

const requestId = "action=export&target=task&target_id=7&user_id=1&subresource=annotations&format=COCO_1~0";
const coco = { format: "COCO 1.0" };
const running = { status: "started", progress: 0.5 };
const finished = { status: "finished", progress: 1 };
const expired = { status: 404, json: "The exported file has expired, please retry exporting" };

type Reached = Pick<ExportServer, "baseUrl"> & Partial<Pick<ExportServer, "fetch">>;

function connect({ baseUrl, fetch }: Reached): CvatClient {
  const auth = { accessToken: "the-token" };
  return createCvatClient({ baseUrl, fetch, auth, clock: skippingClock(), random: () => 0 });
}

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "cvat-export-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

const outcome = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

describe("exportDataset", () => {
  test("starts an export, waits for it and downloads its file, and tells how far it is", async () => {
    const server = await startExportServer();
    const told: ExportProgress[] = [];
    const options = { ...coco, saveImages: true, onProgress: (progress: ExportProgress) => void told.push(progress) };
    const file = await exportDataset(connect(server), { task: 7 }, options);
    expectTypeOf(file).toEqualTypeOf<DownloadedFile>();
    const { content } = server.behaviour;
    expect(file).toMatchObject({ name: "task_7_dataset.zip", size: content.length, mediaType: "application/zip" });
    expect(Buffer.from(await file.bytes()).equals(content)).toBe(true);

    const [start] = server.received("POST ");
    expect(start?.url.pathname).toBe("/api/tasks/7/dataset/export");
    expect(Object.fromEntries(start?.url.searchParams ?? [])).toEqual({
      format: "COCO 1.0",
      save_images: "true",
      location: "local",
    });
    expect(told.slice(0, 3)).toEqual([
      { phase: "queued", loadedBytes: 0 },
      { phase: "exporting", fraction: 0.5, loadedBytes: 0 },
      { phase: "exporting", fraction: 1, loadedBytes: 0 },
    ]);
    expect(told[3]).toEqual({ phase: "downloading", loadedBytes: 0, totalBytes: content.length, fraction: 0 });
    const all = { phase: "downloading", loadedBytes: content.length, totalBytes: content.length, fraction: 1 };
    expect(told.at(-1)).toEqual(all);
  });

  test("tells what the server says about its work", async () => {
    const message = "Preparing images";
    const server = await startExportServer({ looks: [{ ...running, message }, finished] });
    const told: ExportProgress[] = [];
    const onProgress = (progress: ExportProgress): void => void told.push(progress);
    const file = await exportDataset(connect(server), { task: 7 }, { ...coco, onProgress, signal: null });
    file.cancel();
    expect(told[0]).toEqual({ phase: "exporting", fraction: 0.5, message, loadedBytes: 0 });
    expect(told[1]).not.toHaveProperty("message");
  });

  test.each([
    [{ task: 7 }, "/api/tasks/7/dataset/export"],
    [{ project: 3 }, "/api/projects/3/dataset/export"],
    [{ job: 12 }, "/api/jobs/12/dataset/export"],
  ])("of %j exports the annotations alone by default", async (target, endpoint) => {
    const server = await startExportServer();
    const file = await exportDataset(connect(server), target, coco);
    expect((await file.bytes()).length).toBe(server.behaviour.content.length);
    const [start] = server.received("POST ");
    expect(start?.url.pathname).toBe(endpoint);
    expect(start?.url.searchParams.get("save_images")).toBe("false");
  });

  test("saves the file under its own name, and again when it is read again", async () => {
    const server = await startExportServer();
    const folder = await makeFolder();
    const file = await exportDataset(connect(server), { task: 7 }, coco);
    const saved = await file.save(`${folder}/exports/`);
    expect(saved).toBe(path.join(folder, "exports", "task_7_dataset.zip"));
    expect((await readFile(saved)).equals(server.behaviour.content)).toBe(true);
    expect((await file.blob()).size).toBe(server.behaviour.content.length);
    expect(server.received("/download$")).toHaveLength(2);
  });

  test.each([
    ["what the server says", undefined, 'attachment; filename="../../CON.zip"', "_CON.zip"],
    ["what it is, where the server does not say", undefined, undefined, "task-7-annotations.zip"],
    ["what the caller says", "../mine.zip", 'attachment; filename="theirs.zip"', "mine.zip"],
  ])("the file is called %s, made safe", async (_name, fileName, disposition, expected) => {
    const server = await startExportServer({ disposition });
    const file = await exportDataset(connect(server), { task: 7 }, { ...coco, fileName });
    expect(file.name).toBe(expected);
    expect(server.received("POST ")[0]?.url.searchParams.get("filename")).toBe(fileName ?? null);
    file.cancel();
  });

  test("a request by a deadline, a failure and a cancellation are typed errors", async () => {
    const stuck = await startExportServer({ looks: [running] });
    const late = await outcome(exportDataset(connect(stuck), { task: 7 }, { ...coco, timeoutMs: 40_000 }));
    expect(late).toSatisfy(isJobTimeoutError);
    expect(late).toMatchObject({ jobId: requestId, lastStatus: "started" });

    const failing = await startExportServer({
      looks: [running, { status: "failed", message: "ValueError: no labels" }],
    });
    const failed = await outcome(exportDataset(connect(failing), { task: 7 }, coco));
    expect(failed).toSatisfy(isJobFailedError);
    expect(String(failed)).toContain("ValueError: no labels");

    const cancelled = { status: 409, json: { rq_id: "gone" } };
    const cancelling = await startExportServer({ startRefusals: [cancelled] });
    expect(await outcome(exportDataset(connect(cancelling), { task: 7 }, coco))).toMatchObject({
      name: "JobFailedError",
      jobId: "gone",
      status: "vanished",
    });
  });

  test("is aborted while it waits, with the caller's reason", async () => {
    const server = await startExportServer({ looks: [running] });
    const controller = new AbortController();
    const onProgress = (): void => controller.abort("not needed");
    const work = exportDataset(connect(server), { task: 7 }, { ...coco, onProgress, signal: controller.signal });
    await expect(work).rejects.toBe("not needed");
    expect(server.received("/download$")).toEqual([]);
  });

  test("what the server refuses is its error, and is asked for once", async () => {
    const server = await startExportServer({ startRefusals: [{ status: 404, json: { detail: "Not found." } }] });
    const error = await outcome(exportDataset(connect(server), { task: 7 }, coco));
    expect(error).toSatisfy(isApiError);
    expect(error).toMatchObject({ status: 404, operation: "tasks_create_dataset_export" });
    expect(server.requests).toHaveLength(1);
  });

  test.each<[string, unknown, unknown]>([
    ["target", {}, coco],
    ["target", { task: 1, job: 2 }, coco],
    ["target.tasks", { tasks: 1 }, coco],
    ["target.task", { task: "1" }, coco],
    ["options.format", { task: 1 }, {}],
    ["options.format", { task: 1 }, { format: " " }],
    ["options.saveImage", { task: 1 }, { ...coco, saveImage: true }],
    ["options.saveImages", { task: 1 }, { ...coco, saveImages: 1 }],
    ["options.cloudStorageId", { task: 1 }, { ...coco, cloudStorageId: "3" }],
    ["options.timeoutMs", { task: 1 }, { ...coco, timeoutMs: -1 }],
    ["options.format", { task: 1 }, undefined],
  ])("refuses %s of %j, %j before anything is sent", async (option, target, options) => {
    const server = await startExportServer();
    const error = await outcome(exportDataset(connect(server), target as never, options as never));
    expect(error).toSatisfy(isConfigError);
    expect(error).toMatchObject({ option });
    expect(server.requests).toEqual([]);
  });
});

describe("an export that runs already", () => {
  test("is waited for and downloaded, and none is started", async () => {
    const server = await startExportServer();
    server.begin(requestId, "local");
    const file = await exportDataset(connect(server), { task: 7 }, coco);
    expect((await file.bytes()).length).toBe(server.behaviour.content.length);
    expect(server.received("POST ")).toHaveLength(1);
  });

  test("and goes into a cloud storage is waited for, and then one to download is started", async () => {
    const server = await startExportServer();
    server.begin(requestId, "cloud_storage");
    const file = await exportDataset(connect(server), { task: 7 }, coco);
    expect((await file.bytes()).length).toBe(server.behaviour.content.length);
    expect(server.received("POST ")).toHaveLength(2);
  });

  test("is an ApiError when there is always another", async () => {
    const server = await startExportServer();
    server.begin(requestId, "cloud_storage");
    const conflict = { status: 409, json: { rq_id: requestId } };
    server.behaviour.startRefusals = [conflict, conflict, conflict];
    const error = await outcome(exportDataset(connect(server), { task: 7 }, coco));
    expect(error).toMatchObject({ name: "ApiError", status: 409 });
    expect(server.received("POST ")).toHaveLength(3);
  });

  test("that is answered without an id is a DecodeError", async () => {
    const server = await startExportServer({ startRefusals: [{ status: 202, json: {} }] });
    const error = await outcome(exportDataset(connect(server), { task: 7 }, coco));
    expect(error).toSatisfy(isDecodeError);
    expect(server.requests).toHaveLength(1);
  });

  test("without an id is an ApiError", async () => {
    const server = await startExportServer({ startRefusals: [{ status: 409, json: { rq_id: 7 } }] });
    expect(await outcome(exportDataset(connect(server), { task: 7 }, coco))).toMatchObject({ status: 409 });
  });
});

describe("into a cloud storage", () => {
  test("nothing is downloaded, and the result says where the file is", async () => {
    const server = await startExportServer();
    const told: string[] = [];
    const report = await exportDataset(
      connect(server),
      { task: 7 },
      { ...coco, cloudStorageId: 3, fileName: "a/b.zip", onProgress: ({ phase }) => void told.push(phase) },
    );
    expectTypeOf(report).toEqualTypeOf<CloudExport>();
    expect(report).toMatchObject({ location: "cloud_storage", cloudStorageId: 3, fileName: "a/b.zip" });
    expect(report.request).toMatchObject({ id: requestId, status: "finished" });
    expect(Object.fromEntries(server.received("POST ")[0]?.url.searchParams ?? [])).toMatchObject({
      location: "cloud_storage",
      cloud_storage_id: "3",
      filename: "a/b.zip",
    });
    expect(told).toEqual(["queued", "exporting", "exporting"]);
    expect(server.received("/download$")).toEqual([]);
  });

  test.each([
    ["has finished", [running, finished]],
    ["has failed", [running, { status: "failed", message: "no such bucket" }]],
  ])("it is started when the one that runs elsewhere %s", async (_name, looks) => {
    const server = await startExportServer();
    const { looks: usual } = server.behaviour;
    server.behaviour.looks = looks;
    server.begin(requestId, "local");
    server.behaviour.looks = usual;
    const report = await exportDataset(connect(server), { task: 7 }, { ...coco, cloudStorageId: 3 });
    expect(report.cloudStorageId).toBe(3);
    expect(server.received("POST ")).toHaveLength(2);
  });
});

describe("a format that the server does not export", () => {
  const unknown = { status: 400, json: ["Unknown format specified for the request"] };

  test("is an ApiError that names the nearest", async () => {
    const server = await startExportServer({ startRefusals: [unknown] });
    const error = await outcome(exportDataset(connect(server), { task: 7 }, { format: "coco 1" }));
    expect(error).toMatchObject({
      name: "ApiError",
      status: 400,
      operation: "tasks_create_dataset_export",
    });
    expect(readErrorDetails(error)).toEqual({
      format: "coco 1",
      nearest: ["COCO 1.0"],
      messages: ["Unknown format specified for the request"],
    });
    expect(String(error)).toContain("Unknown format specified for the request");
    expect(String(error)).toContain('The nearest is "COCO 1.0".');
  });

  test("is one that names all where none is near, and leaves out those that are disabled", async () => {
    const disabled = { status: 405, json: { detail: "Format is disabled" } };
    const server = await startExportServer({ startRefusals: [disabled] });
    const error = await outcome(exportDataset(connect(server), { job: 7 }, { format: "KITTI" }));
    expect(error).toMatchObject({ name: "ApiError", status: 405 });
    expect(String(error)).toContain('There are "COCO 1.0", "COCO Keypoints 1.0", "CVAT for images 1.1".');
  });

  test.each([
    ["the format is known", coco.format, undefined],
    ["the list cannot be had", "coco", { status: 500, text: "<h1>Server Error (500)</h1>" }],
  ])("is not what is complained of where %s", async (_name, format, formatsRefusal) => {
    const refused = { status: 400, json: ["Cannot export a task without data"] };
    const server = await startExportServer({ startRefusals: [refused], formatsRefusal });
    const error = await outcome(exportDataset(connect(server), { task: 7 }, { format }));
    expect(error).toMatchObject({ name: "ApiError", status: 400 });
    expect(String(error)).toContain("Cannot export a task without data");
    expect(String(error)).not.toContain("among its exporters");
  });
});

describe("the link to the file", () => {
  test("is asked for at the base URL, whatever host, scheme and prefix the server takes for its own", async () => {
    const foreign = await startServer(() => ({ status: 200, body: "foreign" }));
    for (const publicUrl of [
      foreign.origin,
      `${foreign.origin}/another/prefix`,
      "https://127.0.0.1",
      "http://cvat_server:8080",
    ]) {
      const server = await startExportServer({ prefix: "/annotate", publicUrl });
      const file = await exportDataset(connect(server), { task: 7 }, coco);
      expect((await file.bytes()).length).toBe(server.behaviour.content.length);
      const [download] = server.received("/download$");
      expect(download?.url.pathname).toBe("/annotate/api/tasks/7/dataset/download");
      expect(download?.url.searchParams.get("rq_id")).toBe(requestId);
    }
    expect(foreign.requests).toEqual([]);
  });

  test("that redirects to a storage is followed without credentials", async () => {
    const storage = await startServer(() => ({ status: 200, body: "stored" }));
    const server = await startServer(({ url }, { origin }) => {
      if (url.pathname.endsWith("/export")) return { status: 202, body: { rq_id: "1" } };
      if (url.pathname.endsWith("/1")) {
        return { body: { id: "1", status: "finished", result_url: `${origin}/api/tasks/7/dataset/download?rq_id=1` } };
      }
      return { status: 302, headers: { location: `${storage.origin}/a.zip?sig=x` } };
    });
    const client = createCvatClient({
      baseUrl: server.origin,
      auth: { accessToken: "the-token" },
      organization: "acme",
    });
    const file = await exportDataset(client, { task: 7 }, coco);
    expect(await file.text()).toBe("stored");
    expect(server.requests.at(-1)?.headers).toMatchObject({
      authorization: "Bearer the-token",
      "x-organization": "acme",
    });
    expect(JSON.stringify(storage.requests[0]?.headers)).not.toMatch(/the-token|acme/);
  });

  test.each([
    null,
    "",
    "javascript:alert(1)",
    "data:application/zip;base64,UEsFBg==",
    "file:///api/tasks/7/dataset/download",
    "https://evil.test/tasks.zip",
    "https://evil.test/api/",
    "https://",
    "/",
  ])("%j is not followed", async (resultUrl) => {
    const server = await startExportServer({ resultUrl: () => resultUrl });
    const error = await outcome(exportDataset(connect(server), { task: 7 }, coco));
    expect(error).toSatisfy(isDecodeError);
    expect(String(error)).not.toContain("evil");
    expect(server.requests).toHaveLength(4);
  });

  test.each(["//evil.test/api/x", "\\\\evil.test\\api\\x", "https://user:secret@evil.test/api/x", "/api/x"])(
    "%j is an endpoint of the base URL, and nothing else is asked",
    async (resultUrl) => {
      const server = await startExportServer({ resultUrl: () => resultUrl, downloadRefusals: [] });
      const error = await outcome(exportDataset(connect(server), { task: 7 }, coco));
      expect(error).toMatchObject({ name: "ApiError", status: 404 });
      expect(server.requests.at(-1)?.url.pathname).toBe("/api/x");
    },
  );
});

describe("the file", () => {
  test("that has expired is exported anew, once", async () => {
    const gone = { status: 410, text: "The file is not there any more" };
    for (const refusal of [expired, gone, { status: 400, text: "Unknown export request id" }]) {
      const server = await startExportServer({ downloadRefusals: [refusal] });
      const file = await exportDataset(connect(server), { task: 7 }, coco);
      expect((await file.bytes()).length).toBe(server.behaviour.content.length);
      expect(server.received("POST ")).toHaveLength(2);
    }
    const server = await startExportServer({ downloadRefusals: [expired, expired] });
    const error = await outcome(exportDataset(connect(server), { task: 7 }, coco));
    expect(error).toMatchObject({ name: "ApiError", status: 404, operation: "tasks_create_dataset_export" });
    expect(String(error)).toContain("The exported file has expired");
    expect(server.received("POST ")).toHaveLength(2);
  });

  test("is made anew within the time of the first export, not a second one", async () => {
    // Waits of 59 to 79 s between the looks, each time.
    const looks = [...Array.from({ length: 10 }, () => running), finished];
    const server = await startExportServer({ looks, downloadRefusals: [expired] });
    const error = await outcome(exportDataset(connect(server), { task: 7 }, { ...coco, timeoutMs: 115_000 }));
    expect(error).toSatisfy(isJobTimeoutError);
    // The caller's number, of which only a part was left.
    expect(error).toMatchObject({ timeoutMs: 115_000, message: expect.stringContaining("within 115000 ms") });
  });

  test("that the server refuses otherwise is not exported anew", async () => {
    const refusal = { status: 400, text: "The export process is not finished" };
    const server = await startExportServer({ downloadRefusals: [refusal] });
    const error = await outcome(exportDataset(connect(server), { task: 7 }, coco));
    expect(error).toMatchObject({ name: "ApiError", status: 400 });
    expect(server.received("POST ")).toHaveLength(1);
  });

  test("that the server fails to send is an error with its status, asked for as often as a client retries", async () => {
    const page = { status: 500, text: "<!doctype html><title>Server Error (500)</title>" };
    const server = await startExportServer({ downloadRefusals: [page, page, page, page] });
    const error = await outcome(exportDataset(connect(server), { task: 7 }, coco));
    expect(error).toMatchObject({ name: "ApiError", status: 500, operation: "tasks_create_dataset_export" });
    expect(String(error)).toContain("Server Error (500)");
    expect(server.received("POST ")).toHaveLength(1);
    expect(server.received("/download$")).toHaveLength(3);
  });

  test("that the server fails to send at first is downloaded", async () => {
    const page = { status: 500, text: "<!doctype html><title>Server Error (500)</title>" };
    const server = await startExportServer({ downloadRefusals: [page] });
    const file = await exportDataset(connect(server), { task: 7 }, coco);
    expect((await file.bytes()).length).toBe(server.behaviour.content.length);
  });

  test("is no page that a proxy sends in its place", async () => {
    const page = { status: 200, text: "<!doctype html><title>Sign in</title>" };
    const server = await startExportServer({ downloadRefusals: [page] });
    const error = await outcome(exportDataset(connect(server), { task: 7 }, coco));
    expect(error).toSatisfy(isDecodeError);
    expect(error).toMatchObject({ operation: "tasks_create_dataset_export", status: 200, mediaType: "text/html" });
  });

  test("goes on where a connection broke, each byte once", async () => {
    const server = await startExportServer({ breakAfter: [70_000, 50_000] });
    const folder = await makeFolder();
    const file = await exportDataset(connect(server), { task: 7 }, coco);
    const saved = await file.save(folder);
    expect((await readFile(saved)).equals(server.behaviour.content)).toBe(true);
    const requests = server.received("/download$").map(({ headers }) => [headers.range, headers["if-range"]]);
    expect(requests).toEqual([
      [undefined, undefined],
      ["bytes=70000-", '"1"'],
      ["bytes=120000-", '"1"'],
    ]);
  });

  test("that expires half-way is an error that says so, and leaves nothing", async () => {
    const server = await startExportServer({ breakAfter: [70_000], downloadRefusals: [undefined, expired] });
    const folder = await makeFolder();
    const file = await exportDataset(connect(server), { task: 7 }, coco);
    const error = await outcome(file.save(folder));
    expect(error).toMatchObject({ name: "ApiError", status: 404 });
    expect(String(error)).toContain("The exported file has expired");
    expect(await readdir(folder)).toEqual([]);
  });

  test("whose download is aborted leaves nothing", async () => {
    const server = await startExportServer();
    const folder = await makeFolder();
    const controller = new AbortController();
    const onProgress = ({ loadedBytes }: ExportProgress): void => {
      if (loadedBytes > 0) controller.abort("enough");
    };
    const file = await exportDataset(connect(server), { task: 7 }, { ...coco, onProgress, signal: controller.signal });
    await expect(file.save(folder)).rejects.toBe("enough");
    expect(await readdir(folder)).toEqual([]);
  });

  test("that fills the disk is an error that says so, and leaves nothing", async () => {
    const open = fs.open.bind(fs);
    onTestFinished(() => void vi.restoreAllMocks());
    vi.spyOn(fs, "open").mockImplementation(async (...given) => {
      const handle = await open(...given);
      const full = Object.assign(new Error("ENOSPC: no space left on device, write"), {
        code: "ENOSPC",
        syscall: "write",
      });
      vi.spyOn(handle, "write").mockRejectedValue(full);
      return handle;
    });
    const server = await startExportServer();
    const folder = await makeFolder();
    const file = await exportDataset(connect(server), { task: 7 }, coco);
    const error = await outcome(file.save(folder));
    expect(error).toMatchObject({ name: "LabelwireError", operation: "tasks_create_dataset_export" });
    expect(String(error)).toContain("no space left");
    expect(await readdir(folder)).toEqual([]);
  });
});

describe("exportBackup", () => {
  test.each([
    [{ task: 7 }, "/api/tasks/7/backup/export"],
    [{ project: 3 }, "/api/projects/3/backup/export"],
  ])("of %j downloads the backup", async (target, endpoint) => {
    const server = await startExportServer({ disposition: undefined });
    const file = await exportBackup(connect(server), target);
    expectTypeOf(file).toEqualTypeOf<DownloadedFile>();
    expect((await file.bytes()).length).toBe(server.behaviour.content.length);
    expect(file.name).toMatch(/^(task-7|project-3)-backup\.zip$/);
    expect(server.received("POST ")[0]?.url.pathname).toBe(endpoint);
    expect(server.received("POST ")[0]?.url.search).toBe("?location=local");
  });

  test("goes into a cloud storage, with all its media, as it is told", async () => {
    const server = await startExportServer();
    const report = await exportBackup(connect(server), { project: 3 }, { cloudStorageId: 5, lightweight: false });
    expectTypeOf(report).toEqualTypeOf<CloudExport>();
    expect(report).toMatchObject({ location: "cloud_storage", cloudStorageId: 5 });
    expect("fileName" in report).toBe(false);
    const sent = server.received("POST ")[0]?.url.searchParams ?? [];
    expect(Object.fromEntries(sent)).toEqual({
      location: "cloud_storage",
      cloud_storage_id: "5",
      lightweight: "false",
    });
  });

  test("of a job, or with options of a dataset, is refused before anything is sent", async () => {
    const server = await startExportServer();
    const client = connect(server);
    // @ts-expect-error -- jobs have no backup
    expect(await outcome(exportBackup(client, { job: 1 }))).toMatchObject({ option: "target.job" });
    // @ts-expect-error -- a backup has no format
    expect(await outcome(exportBackup(client, { task: 1 }, coco))).toMatchObject({ option: "options.format" });
    expect(server.requests).toEqual([]);
  });
});
