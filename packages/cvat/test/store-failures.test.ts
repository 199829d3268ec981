import {
  createTask,
  importAnnotations,
  isApiError,
  isLabelwireError,
  uploadTaskData,
  type CvatClient,
  type LabelwireError,
  type ResumeOptions,
  type UploadStore,
} from "@labelwire/cvat";
import { beforeEach, describe, expect, test } from "vitest";
import { failureOf } from "../../../scripts/testing/failure-of.ts";
import { connectTusServer } from "./servers/connect-tus-server.ts";
import type { Fault, TusTestServer, UploadRequest } from "./servers/tus-server-types.ts";

let server: TusTestServer;
let client: CvatClient;
beforeEach(async () => {
  ({ server, client } = await connectTusServer());
});

const file = new File([new Uint8Array(5000)], "a.zip");
const uploadChunkBytes = 2000;
const quota = new Error("quota exceeded");

type Method = keyof UploadStore;

/** A store that fails where it is told to. */
function failingStore(fails: (method: Method, key: string, text?: string) => boolean): UploadStore {
  const notes = new Map<string, string>();
  const call = <T>(method: Method, key: string, work: () => T, text?: string): T => {
    if (fails(method, key, text)) throw quota;
    return work();
  };
  return {
    get: async (key) => call("get", key, () => notes.get(key)),
    set: (key, text) => call("set", key, () => notes.set(key, text), text),
    delete: async (key) => call("delete", key, () => notes.delete(key)),
  };
}

interface Told {
  readonly resume: ResumeOptions;
  readonly told: LabelwireError[];
}

function watch(store: UploadStore): Told {
  const told: LabelwireError[] = [];
  return { resume: { store, onStoreError: (error) => void told.push(error) }, told };
}

const upload = (resume: ResumeOptions): Promise<unknown> =>
  uploadTaskData(client, 7, [file], { uploadChunkBytes, resume });
const importFile = (resume: ResumeOptions): Promise<unknown> =>
  importAnnotations(client, { task: 7 }, file, { format: "COCO 1.0", uploadChunkBytes, resume });

describe("an upload that is done is done", () => {
  test.each<[string, (method: Method, key: string, text?: string) => boolean, readonly string[]]>([
    ["nothing can be deleted", (method) => method === "delete", ["delete", "delete"]],
    ["the end of a file cannot be noted", (_method, _key, text = "") => text.includes('"isComplete":true'), ["set"]],
    ["the server's request cannot be noted", (method, key) => method === "set" && key.endsWith("#"), ["set"]],
  ])("though %s, which is told", async (_name, fails, methods) => {
    const { resume, told } = watch(failingStore(fails));
    expect(await upload(resume)).toMatchObject({ status: "finished" });
    expect(told.map(String)).toEqual(
      methods.map((method) => `LabelwireError: resume.store.${method} failed: quota exceeded.`),
    );
    expect(told.every(({ cause }) => cause === quota)).toBe(true);
  });

  test("and so is an import", async () => {
    const { resume, told } = watch(failingStore((method) => method === "delete"));
    expect(await importFile(resume)).toMatchObject({ status: "finished" });
    expect(told).toHaveLength(1);
  });

  test("though a store never answers, and the caller does not wait for it", async () => {
    const controller = new AbortController();
    const store: UploadStore = {
      get: () => undefined,
      set: () => undefined,
      delete: async (key) => {
        if (!key.endsWith("#")) return;
        controller.abort("enough");
        await new Promise(() => undefined);
      },
    };
    const { signal } = controller;
    const options = { uploadChunkBytes, resume: { store }, signal };
    expect(await uploadTaskData(client, 7, [file], options)).toMatchObject({ status: "finished" });
  });

  test.each<[string, ResumeOptions["onStoreError"]]>([
    ["nobody is told", undefined],
    [
      "who is told throws",
      () => {
        throw new Error("no");
      },
    ],
    ["who is told rejects", async () => Promise.reject(new Error("no"))],
  ])("though %s", async (_name, onStoreError) => {
    const store = failingStore((method) => method === "delete");
    expect(await upload({ store, onStoreError })).toMatchObject({ status: "finished" });
  });
});

describe("of two failures the first is thrown, and tells the second", () => {
  const suppressedIn = (error: unknown): LabelwireError | undefined =>
    isLabelwireError(error) ? error.suppressed : undefined;
  const noDelete = failingStore((method) => method === "delete");

  test("the server could make nothing of the files", async () => {
    server.work.set("action=create&target=task&target_id=7", ["failed"]);
    const error = await failureOf(upload({ store: noDelete }));
    expect(error).toMatchObject({ name: "JobFailedError", status: "failed" });
    expect(suppressedIn(error)?.message).toBe("resume.store.delete failed: quota exceeded.");
  });

  test("the server refuses an import", async () => {
    server.fault = ({ headers }) => (headers.has("upload-finish") ? { kind: "answer", status: 400 } : undefined);
    const error = await failureOf(importFile({ store: noDelete }));
    expect(error).toMatchObject({ name: "ApiError", status: 400 });
    expect(suppressedIn(error)?.message).toBe("resume.store.delete failed: quota exceeded.");
  });

  test("the answer to the end of an upload is lost, and the list of requests cannot be had", async () => {
    failEnd({ kind: "lose" }, { kind: "answer", status: 403 });
    const error = await failureOf(uploadTaskData(client, 7, [file]));
    expect(error).toMatchObject({ name: "NetworkError", operation: "tasks_create_data" });
    expect(suppressedIn(error)).toSatisfy(isApiError);
    expect(suppressedIn(error)).toMatchObject({ status: 403, operation: "requests_list" });
  });

  test("and then a task is kept, because the server may be at work on it", async () => {
    failEnd({ kind: "lose" }, { kind: "answer", status: 403 });
    const error = await failureOf(createTask(client, { name: "cats" }, [file]));
    expect(error).toMatchObject({ name: "TaskDataError", taskDeleted: false, cause: { name: "NetworkError" } });
    expect(server.tasks.size).toBe(1);
  });

  test("a task whose options the server refuses at the end is deleted", async () => {
    failEnd({ kind: "answer", status: 400 });
    const error = await failureOf(createTask(client, { name: "cats" }, [file]));
    expect(error).toMatchObject({ name: "TaskDataError", taskDeleted: true, cause: { status: 400 } });
  });
});

describe("while bytes are still to be sent, a store that fails ends the upload", () => {
  test("before anything is sent where nothing can be read", async () => {
    const error = await failureOf(upload({ store: failingStore((method) => method === "get") }));
    expect(error).toMatchObject({ name: "LabelwireError", cause: quota });
    expect(String(error)).toContain("resume.store.get failed: quota exceeded.");
    expect(server.requests).toEqual([]);
  });

  test("as an UploadError where nothing can be noted", async () => {
    const error = await failureOf(upload({ store: failingStore((method) => method === "set") }));
    expect(error).toMatchObject({ name: "UploadError", fileName: "a.zip", cause: { cause: quota } });
    expect(String(error)).toContain("resume.store.set failed: quota exceeded.");
    expect(server.dataRequests.size).toBe(0);
  });

  test("and one that never answers does not keep it from ending", async () => {
    const never = new Promise<never>(() => undefined);
    for (const slow of ["get", "set", "delete"] as const) {
      const controller = new AbortController();
      const store: UploadStore = { get: () => undefined, set: () => undefined, delete: () => undefined };
      const hanging = { ...store, [slow]: () => (controller.abort("enough"), never) };
      const { signal } = controller;
      const work = uploadTaskData(client, 7, [file], { uploadChunkBytes, resume: { store: hanging }, signal });
      expect(await failureOf(work)).toBe("enough");
    }
  });

  test.each([
    ["options.resume.onStoreEror", { store: new Map(), onStoreEror: () => undefined }],
    ["options.resume.onStoreError", { store: new Map(), onStoreError: true }],
    ["options.resume", { store: { get: () => undefined } }],
    ["options.resume", new Map()],
  ])("%s that cannot be used is refused before", async (option, resume) => {
    const error = await failureOf(upload(resume as unknown as ResumeOptions));
    expect(error).toMatchObject({ name: "ConfigError", option });
    expect(server.requests).toEqual([]);
  });
});

function failEnd(end: Fault, list?: Fault): void {
  const isList = ({ method, path }: UploadRequest): boolean => method === "GET" && path === "/api/requests";
  server.fault = (request) => (request.headers.has("upload-finish") ? end : isList(request) ? list : undefined);
}
