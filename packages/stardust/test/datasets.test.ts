import {
  createStardustClient,
  importDataset,
  isConfigError,
  isJobFailedError,
  uploadDataset,
  waitForDataset,
  type Schema,
  type StardustClient,
} from "@labelwire/stardust";
import { createMockClock, createStardustMock } from "@labelwire/stardust/msw";
import { writeZip } from "@labelwire/core/msw";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, expectTypeOf, onTestFinished, test } from "vitest";
import { failure, startServer, success, type TestServer } from "./start-server.ts";

const fields = { name: "cats", dataType: 2 } as const;
const source = { resourceUrl: "gs://cats/2026" };
const ready = { datasetId: "8545436153352348000", status: 2, mappingList: [{ dataId: "111", sceneId: "111111" }] };
const zip = writeZip([{ name: "front/1.jpg", content: "a cat" }]);

function connect(server: TestServer): StardustClient {
  return createStardustClient({
    baseUrl: server.origin,
    auth: { accessKey: "k", secretKey: "s" },
    retry: false,
    clock: createMockClock(),
  });
}

describe("importDataset", () => {
  test("begins the import, waits for it, and answers with the dataset", async () => {
    const server = await startServer(({ target }, { requests }) => {
      if (target === "/dataset/import/async") return success({ datasetId: ready.datasetId, status: 1 });
      return success(requests.length < 4 ? { ...ready, status: 1, mappingList: [] } : ready);
    });
    const dataset = await importDataset(connect(server), fields, source);
    expect(dataset).toEqual(ready);
    expectTypeOf(dataset).toEqualTypeOf<Schema<"Dataset">>();
    expect(server.requests[0]?.json).toEqual({ ...fields, ...source, fileTreeType: "0" });
    expect(server.requests[1]?.target).toBe("/dataset/status?datasetId=8545436153352348000");
    expect(server.requests).toHaveLength(4);
  });

  test("rejects when the import failed", async () => {
    const server = await startServer(({ target }) =>
      success({ ...ready, status: target.startsWith("/dataset/status") ? -1 : 1 }),
    );
    const error: unknown = await importDataset(connect(server), fields, source).catch((reason: unknown) => reason);
    expect(isJobFailedError(error)).toBe(true);
    expect(error).toMatchObject({ status: "-1", jobId: ready.datasetId });
  });

  test.each<[option: string, fields: object, folder: object]>([
    ["folder.resourceUrl", fields, { resourceUrl: "cats/2026" }],
    ["folder.path", fields, { ...source, path: "x" }],
    ["fields.dataType", { ...fields, dataType: 4 }, source],
    ["fields.name", { ...fields, name: "貓".repeat(21) }, source],
    ["fields.name", { ...fields, name: "" }, source],
    ["fields.fileTreeType", { ...fields, fileTreeType: "0" }, source],
    ["fields.folder", { ...fields, folder: "x" }, source],
  ])("refuses %s before anything is sent", async (option, given, from) => {
    const server = await startServer(() => success(ready));
    // What JavaScript callers can pass.
    const work = importDataset(connect(server), given as typeof fields, from as typeof source);
    await expect(work).rejects.toMatchObject({ option });
    expect(server.requests).toEqual([]);
  });

  test("works against the mock: pending first, then ready", async () => {
    const mock = createStardustMock();
    const stardust = createStardustClient({
      auth: { accessKey: "k", secretKey: "s" },
      fetch: mock.fetch,
      clock: createMockClock(),
    });
    const { datasetId, status } = await importDataset(stardust, fields, source);
    expect(status).toBe(2);
    expect(mock.requests("get_status")).toHaveLength(3);
    expect(await waitForDataset(stardust, datasetId)).toMatchObject({ datasetId, status: 2 });
    await expect(waitForDataset(stardust, "1")).rejects.toMatchObject({ status: 200, code: 5308 });
  });
});

describe("uploadDataset", () => {
  test("sends the file as a form, from bytes, a File and a path", async () => {
    const server = await startServer(() => success(ready));
    const folder = await mkdtemp(join(tmpdir(), "labelwire-stardust-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, "cats.zip");
    await writeFile(path, zip);
    const stardust = connect(server);
    const names: (string | undefined)[] = [];
    for (const file of [zip, new File([zip], "dogs.zip"), new Blob([zip]), path, zip.buffer]) {
      expect(await uploadDataset(stardust, { name: "cats", dataType: 3 }, file)).toEqual(ready);
      const { body, headers } = server.requests.at(-1) ?? {};
      const form = await new Response(new Uint8Array(body ?? []), {
        headers: { "content-type": String(headers?.["content-type"]) },
      }).formData();
      const sent = form.get("uploadFile");
      expect([form.get("fileTreeType"), form.get("dataType"), form.get("name")]).toEqual(["0", "3", "cats"]);
      if (!(sent instanceof File)) throw new Error("a file was expected");
      expect(new Uint8Array(await sent.arrayBuffer())).toEqual(zip);
      names.push(sent.name);
    }
    expect(names).toEqual(["dataset.zip", "dogs.zip", "dataset.zip", "cats.zip", "dataset.zip"]);
  });

  test.each<[name: string, file: unknown, message: string]>([
    ["a file that is no ZIP", new TextEncoder().encode("a,b,c\n1,2,3"), "is not a ZIP file"],
    ["an empty file", new Uint8Array(), "is empty"],
    ["a ZIP file without files", writeZip([]), "without files"],
    ["what is no file", 7, "is neither a Blob"],
  ])("refuses %s before anything is sent", async (_, file, message) => {
    const server = await startServer(() => success(ready));
    // What JavaScript callers can pass.
    const work = uploadDataset(connect(server), fields, file as Blob);
    const error: unknown = await work.catch((reason: unknown) => reason);
    expect(isConfigError(error) && [error.option, error.message]).toEqual(["file", expect.stringContaining(message)]);
    expect(server.requests).toEqual([]);
  });

  test("refuses a ZIP file over 100 MB before anything is sent", async () => {
    const server = await startServer(() => success(ready));
    // Parts of one buffer, so that the test needs no 100 MB.
    const part = new Blob([new Uint8Array(1_048_576)]);
    const file = new Blob([zip, ...Array.from({ length: 100 }, () => part)]);
    const work = uploadDataset(connect(server), fields, file);
    await expect(work).rejects.toMatchObject({
      option: "file",
      message: expect.stringContaining("at most 100 MB"),
    });
    expect(server.requests).toEqual([]);
  });

  test("rejects a success without a dataset", async () => {
    const server = await startServer(() => success(null));
    for (const work of [
      () => uploadDataset(connect(server), fields, zip),
      () => importDataset(connect(server), fields, source),
      () => waitForDataset(connect(server), "1"),
    ]) {
      await expect(work()).rejects.toMatchObject({ name: "DecodeError", message: expect.stringContaining("data.") });
    }
  });

  test("rejects with the platform's refusal", async () => {
    const server = await startServer(() => failure(5710, "File Tree Error"));
    const work = uploadDataset(connect(server), fields, zip);
    await expect(work).rejects.toMatchObject({ status: 200, code: 5710 });
  });
});
