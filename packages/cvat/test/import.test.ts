import {
  createTask,
  importAnnotations,
  importDataset,
  isTaskDataError,
  restoreBackup,
  type CreateTaskProgress,
  type CvatClient,
  type RestoredBackup,
  type Schema,
} from "@labelwire/cvat";
import { beforeEach, describe, expect, expectTypeOf, test } from "vitest";
import { failureOf } from "../../../scripts/testing/failure-of.ts";
import { connectTusServer } from "./servers/connect-tus-server.ts";
import type { TusTestServer } from "./servers/tus-server-types.ts";

let server: TusTestServer;
let client: CvatClient;
beforeEach(async () => {
  ({ server, client } = await connectTusServer({ prefix: "/cvat" }));
});

const bytes = Uint8Array.from({ length: 5000 }, (_, at) => (at * 11) % 251);
const file = new File([bytes], "größe.zip");
const methodsOf = ({ requests }: TusTestServer): string[] => requests.map(({ method }) => method);

describe("an import", () => {
  const imports: [string, string, Record<string, string>, (uploadChunkBytes: number) => Promise<unknown>][] = [
    [
      "of annotations into a task",
      "/api/tasks/7/annotations",
      { format: "COCO 1.0" },
      (uploadChunkBytes) => importAnnotations(client, { task: 7 }, file, { format: "COCO 1.0", uploadChunkBytes }),
    ],
    [
      "of annotations into a job, beside those that are there",
      "/api/jobs/9/annotations",
      { format: "CVAT 1.1", import_mode: "append" },
      (uploadChunkBytes) =>
        importAnnotations(client, { job: 9 }, file, { format: "CVAT 1.1", mode: "append", uploadChunkBytes }),
    ],
    [
      "of a dataset into a project",
      "/api/projects/2/dataset",
      { format: "COCO 1.0" },
      (uploadChunkBytes) => importDataset(client, { project: 2 }, file, { format: "COCO 1.0", uploadChunkBytes }),
    ],
    [
      "of a task's backup",
      "/api/tasks/backup",
      {},
      (uploadChunkBytes) => restoreBackup(client, "task", file, { uploadChunkBytes }),
    ],
    [
      "of a project's backup",
      "/api/projects/backup",
      {},
      (uploadChunkBytes) => restoreBackup(client, "project", file, { uploadChunkBytes }),
    ],
  ];

  test.each(imports)("%s, by a form without filename", async (_name, endpoint, query, run) => {
    await run(5000);
    expect(server.imports).toEqual([{ endpoint, query: { ...query, location: "local" }, bytes: Buffer.from(bytes) }]);
    expect(methodsOf(server)).toEqual(["POST", "GET", "GET", "GET"]);
  });

  test.each(imports)("%s, piece by piece, with the name that the server gave", async (_name, endpoint, query, run) => {
    await run(2000);
    expect(server.imports).toEqual([
      {
        endpoint,
        query: { ...query, location: "local", filename: expect.stringMatching(/^1_[\w-]{36}$/) as unknown },
        bytes: Buffer.from(bytes),
      },
    ]);
    expect(methodsOf(server).filter((method) => method === "PATCH")).toHaveLength(3);
  });

  test("where the name is hidden from a browser, the id at the end of Location does", async () => {
    server.fault = ({ headers }) =>
      headers.has("upload-length") ? { kind: "rewrite", headers: { "upload-filename": "" } } : undefined;
    await importAnnotations(client, { task: 7 }, file, { format: "COCO 1.0", uploadChunkBytes: 2000 });
    expect(server.imports[0]?.bytes?.equals(bytes)).toBe(true);
  });

  test("from a cloud storage sends nothing but its place", async () => {
    const source = { cloudStorageId: 3, fileName: "exports/coco.zip" };
    const request = await importAnnotations(client, { task: 7 }, source, { format: "COCO 1.0" });
    expectTypeOf(request).toEqualTypeOf<Schema<"Request">>();
    const query = {
      format: "COCO 1.0",
      location: "cloud_storage",
      cloud_storage_id: "3",
      filename: "exports/coco.zip",
    };
    expect(server.imports).toEqual([{ endpoint: "/api/tasks/7/annotations", query, bytes: undefined }]);
  });

  test("of a backup tells the id of what was made", async () => {
    const restored = await restoreBackup(client, "task", file);
    expectTypeOf(restored).toEqualTypeOf<RestoredBackup>();
    expect(restored).toMatchObject({ id: 77, request: { status: "finished" } });
  });

  test("goes on after a crash, and forgets the file when the server has it", async () => {
    const store = new Map<string, string>();
    const options = { format: "COCO 1.0", uploadChunkBytes: 2000, resume: { store } };
    const controller = new AbortController();
    let pieces = 0;
    server.fault = ({ method }) => {
      if (method !== "PATCH" || (pieces += 1) < 3) return undefined;
      controller.abort(new Error("crash"));
      return { kind: "reset" };
    };
    await failureOf(importDataset(client, { project: 2 }, file, { ...options, signal: controller.signal }));
    expect(store.size).toBe(1);
    server.fault = () => undefined;
    server.requests.length = 0;
    await importDataset(client, { project: 2 }, file, options);
    expect(methodsOf(server).filter((method) => method === "PATCH")).toHaveLength(1);
    expect(server.imports[0]?.bytes?.equals(bytes)).toBe(true);
    expect(store.size).toBe(0);
  });

  test("of an unknown format names the nearest ones: of a large file before it is sent", async () => {
    const options = { format: "coco" };
    const small = await failureOf(importAnnotations(client, { task: 7 }, file, options));
    expect(small).toMatchObject({ name: "ApiError", status: 400, details: { nearest: ["COCO 1.0"] } });
    server.requests.length = 0;
    const large = await failureOf(importAnnotations(client, { task: 7 }, file, { ...options, uploadChunkBytes: 2000 }));
    expect(large).toMatchObject({
      name: "ConfigError",
      option: "options.format",
      message: 'options.format: This server has no format "coco" among its importers. The nearest is "COCO 1.0".',
    });
    expect(methodsOf(server)).toEqual(["GET"]);
    expect(server.imports).toEqual([]);
  });

  test("whose answer names no request is an error", async () => {
    server.fault = ({ method }) =>
      method === "POST"
        ? { kind: "answer", status: 202, headers: { "content-type": "application/json" }, body: '{"rq_id":7}' }
        : undefined;
    const error = await failureOf(importAnnotations(client, { task: 7 }, file, { format: "COCO 1.0" }));
    expect(error).toMatchObject({ name: "DecodeError", operation: "tasks_create_annotations" });
  });

  test.each<[string, () => Promise<unknown>]>([
    ["target", () => importAnnotations(client, {} as { task: number }, file, { format: "COCO 1.0" })],
    ["options.format", () => importAnnotations(client, { task: 7 }, file, {} as { format: string })],
    [
      "options.mode",
      () => importAnnotations(client, { task: 7 }, file, { format: "COCO 1.0", mode: "merge" as "append" }),
    ],
    [
      "target.task",
      () => importDataset(client, { task: 7 } as unknown as { project: number }, file, { format: "COCO 1.0" }),
    ],
    ["kind", () => restoreBackup(client, "job" as "task", file)],
    ["file", () => restoreBackup(client, "task", new File([], "a.zip"))],
    ["file.cloudStorageId", () => restoreBackup(client, "task", { fileName: "a" } as unknown as File)],
    ["options.resum", () => restoreBackup(client, "task", file, { timeoutMs: 9, ...{ resum: {} } })],
  ])("%s is refused before anything is sent", async (option, run) => {
    expect(await failureOf(run())).toMatchObject({ name: "ConfigError", option });
    expect(server.requests).toEqual([]);
  });
});

describe("createTask", () => {
  const small = new File([bytes], "a.jpg");

  test("creates, uploads, waits, and tells the task as it is then", async () => {
    const told: CreateTaskProgress[] = [];
    const onProgress = (progress: CreateTaskProgress): void => void told.push(progress);
    const task = await createTask(client, { name: "cats", labels: [{ name: "cat" }] }, [small], {
      imageQuality: 90,
      onProgress,
    });
    expectTypeOf(task).toEqualTypeOf<Schema<"TaskRead">>();
    expect(task).toMatchObject({ id: 101, name: "cats", size: 1 });
    expect(server.dataRequests.get("/api/tasks/101/data")).toEqual({ image_quality: 90 });
    expect(told.every(({ taskId }) => taskId === 101)).toBe(true);
    expect(told.at(-1)).toMatchObject({ phase: "processing", uploadedFiles: 1 });
  });

  test.each([true, false])(
    "a task without its data is deleted, or kept where that is wanted: %s",
    async (deleteOnFailure) => {
      server.fault = ({ headers }) => (headers.has("upload-multiple") ? { kind: "answer", status: 413 } : undefined);
      const error = await failureOf(
        createTask(client, { name: "cats" }, [small], deleteOnFailure ? {} : { deleteOnFailure }),
      );
      expect(isTaskDataError(error)).toBe(true);
      expect(error).toMatchObject({
        name: "TaskDataError",
        taskId: 101,
        taskDeleted: deleteOnFailure,
        cause: { name: "UploadError", fileName: "a.jpg" },
        message: expect.stringMatching(deleteOnFailure ? /It was deleted again\.$/ : /It is kept\.$/) as unknown,
      });
      expect(server.tasks.size).toBe(deleteOnFailure ? 0 : 1);
    },
  );

  test("a task that cannot be deleted either is told", async () => {
    server.fault = ({ method, headers }) =>
      method === "DELETE" || headers.has("upload-start") ? { kind: "answer", status: 403 } : undefined;
    const error = await failureOf(createTask(client, { name: "cats" }, [small]));
    expect(error).toMatchObject({
      taskDeleted: false,
      message: expect.stringContaining("could not be deleted either") as unknown,
    });
  });

  test("data of which nothing can be made takes the task with it", async () => {
    server.work.set("action=create&target=task&target_id=101", ["failed"]);
    const error = await failureOf(createTask(client, { name: "cats" }, [small]));
    expect(error).toMatchObject({ taskDeleted: true, cause: { name: "JobFailedError" } });
  });

  test.each([
    ["unheard-of", "and whether it gets its data is not known", 1],
    ["failed", "and did not get its data", 0],
  ])("a task whose request is %s is deleted only if the server is done with it", async (status, told, left) => {
    server.work.set("action=create&target=task&target_id=101", [status]);
    const error = await failureOf(createTask(client, { name: "cats" }, [small]));
    expect(error).toMatchObject({ taskId: 101, taskDeleted: left === 0, cause: { name: "JobFailedError" } });
    expect(String(error)).toContain(`task 101 was made, ${told}: `);
    expect(server.tasks.size).toBe(left);
  });

  test("a task that is there and cannot be read is told as one that has its data", async () => {
    server.fault = ({ method, path }) =>
      method === "GET" && path.startsWith("/api/tasks/") ? { kind: "answer", status: 403 } : undefined;
    const error = await failureOf(createTask(client, { name: "cats" }, [small]));
    expect(error).toMatchObject({ taskId: 101, taskDeleted: false, cause: { name: "ApiError", status: 403 } });
    expect(String(error)).toContain("task 101 was made, and has its data, but could not be read then: ");
    expect(server.tasks.size).toBe(1);
  });

  test("a deadline tells the task that is left behind", async () => {
    server.work.set("action=create&target=task&target_id=101", ["started"]);
    const error = await failureOf(createTask(client, { name: "cats" }, [small], { timeoutMs: 60_000 }));
    expect(error).toMatchObject({ taskId: 101, taskDeleted: false, cause: { timeoutMs: 60_000 } });
    expect(String(error)).toContain("It is kept: the server may still be at work on it.");
  });

  test("what onProgress throws is the cause, and no task stays", async () => {
    const reason = new Error("enough");
    const onProgress = (): void => {
      throw reason;
    };
    const error = await failureOf(createTask(client, { name: "cats" }, [small], { onProgress }));
    expect(error).toMatchObject({ name: "TaskDataError", taskDeleted: true, cause: reason });
    expect(server.tasks.size).toBe(0);
  });

  test("an abort deletes the task while bytes are sent, and not when the server is at work", async () => {
    for (const [phase, left] of [
      ["uploading", 0],
      ["processing", 1],
    ] as const) {
      const controller = new AbortController();
      const reason = new Error("enough");
      const onProgress = (progress: CreateTaskProgress): void => {
        if (progress.phase === phase) controller.abort(reason);
      };
      const error = await failureOf(
        createTask(client, { name: "cats" }, [small], { onProgress, signal: controller.signal }),
      );
      expect(error).toBe(reason);
      expect(server.tasks.size).toBe(left);
    }
  });

  test.each<[string, () => Promise<unknown>]>([
    ["fields", () => createTask(client, undefined as unknown as { name: string }, [small])],
    ["fields.name", () => createTask(client, { name: " " }, [small])],
    [
      "options.resume",
      () => createTask(client, { name: "a" }, [small], { timeoutMs: 9, ...{ resume: { store: new Map() } } }),
    ],
    ["data[0]", () => createTask(client, { name: "a" }, [new File([], "a.jpg")])],
  ])("%s is refused before there is a task", async (option, run) => {
    expect(await failureOf(run())).toMatchObject({ name: "ConfigError", option });
    expect(server.requests).toEqual([]);
  });
});
