import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  createCvatClient,
  isUploadError,
  uploadTaskData,
  type CvatClient,
  type CvatClientOptions,
  type Schema,
  type UploadProgress,
  type UploadTaskDataOptions,
} from "@labelwire/cvat";
import { afterAll, afterEach, beforeAll, describe, expect, expectTypeOf, test, vi } from "vitest";
import { failureOf } from "../../../scripts/testing/failure-of.ts";
import { skippingClock } from "./servers/skipping-clock.ts";
import type { TusTestServer, UploadRequest } from "./servers/tus-server-types.ts";
import { startTusServer } from "./servers/tus-server.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "cvat-upload-"));
});
afterAll(() => rm(folder, { recursive: true }));

const closing: TusTestServer[] = [];
afterEach(async () => {
  for (const server of closing.splice(0)) await server.close();
});

async function start(options?: Parameters<typeof startTusServer>[0]): Promise<TusTestServer> {
  const server = await startTusServer(options);
  closing.push(server);
  return server;
}

function clientOf({ baseUrl }: TusTestServer, options: CvatClientOptions = {}): CvatClient {
  return createCvatClient({ baseUrl, auth: { accessToken: "secret" }, clock: skippingClock(), ...options });
}

function bytesOf(length: number, seed = 7): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, at) => (at * seed + (at >> 8)) % 251);
}

async function fileOf(name: string, bytes: Uint8Array): Promise<string> {
  const location = path.join(folder, name);
  await writeFile(location, bytes);
  return location;
}

const filesOf = (server: TusTestServer): ReadonlyMap<string, Buffer> =>
  server.files.get("/api/tasks/7/data") ?? new Map();
const stepsOf = ({ requests }: TusTestServer): string[] => requests.map(nameStep);

function nameStep({ method, path: requestPath, headers }: UploadRequest): string {
  const step = ["upload-start", "upload-length", "upload-multiple", "upload-finish"].find((name) => headers.has(name));
  if (step !== undefined) return step.replace("upload-", "");
  return method === "HEAD" || method === "PATCH" ? method : `${method} ${requestPath.replace(/action%3D.*/, "…")}`;
}

const kib = 1024;

describe("what arrives", () => {
  test("small files go in one group, large ones piece by piece, and the server is told the end", async () => {
    const server = await start();
    const large = bytesOf(25 * kib);
    const small = bytesOf(300, 3);
    const told: UploadProgress[] = [];
    const request = await uploadTaskData(
      clientOf(server),
      7,
      [await fileOf("large.bin", large), new File([small], "small.jpg"), { data: small, name: "other.jpg" }],
      { uploadChunkBytes: 10 * kib, imageQuality: 80, concurrency: 1, onProgress: (progress) => told.push(progress) },
    );
    expectTypeOf(request).toEqualTypeOf<Schema<"Request">>();
    expect(request).toMatchObject({ status: "finished", id: "action=create&target=task&target_id=7" });
    expect(filesOf(server).get("large.bin")?.equals(large)).toBe(true);
    expect(filesOf(server).get("small.jpg")?.equals(small)).toBe(true);
    expect(filesOf(server).get("other.jpg")?.equals(small)).toBe(true);
    expect(server.dataRequests.get("/api/tasks/7/data")).toEqual({ image_quality: 80 });
    expect(stepsOf(server)).toEqual([
      ...["start", "length", "PATCH", "PATCH", "PATCH", "multiple", "finish"],
      ...Array.from({ length: 3 }, () => "GET /api/requests/…"),
    ]);
    expect(told[0]).toEqual({
      phase: "uploading",
      fraction: 0,
      loadedBytes: 0,
      totalBytes: 26_200,
      uploadedFiles: 0,
      totalFiles: 3,
    });
    const uploading = told.filter(({ phase }) => phase === "uploading");
    expect(uploading.at(-1)).toMatchObject({ fraction: 1, loadedBytes: 26_200, uploadedFiles: 3 });
    expect(uploading.map(({ loadedBytes }) => loadedBytes)).toEqual(
      uploading.map(({ loadedBytes }) => loadedBytes).sort((one, other) => one - other),
    );
    expect(told.slice(uploading.length).map(({ phase }) => phase)).toEqual(["queued", "processing", "processing"]);
  });

  test("behind a proxy with a path of its own, whatever address the server gives", async () => {
    const server = await start({ prefix: "/cvat" });
    const bytes = bytesOf(5 * kib);
    await uploadTaskData(clientOf(server), 7, [new File([bytes], "a.bin")], { uploadChunkBytes: 2 * kib });
    expect(filesOf(server).get("a.bin")?.equals(bytes)).toBe(true);
  });

  test.each(["größe 図.jpg", 'a "b".jpg', "R&amp;D.jpg", "no extension", `${"x".repeat(251)}.jpg`])(
    "the name %s, by form or piece by piece",
    async (name) => {
      for (const uploadChunkBytes of [kib, 8 * kib]) {
        const server = await start();
        const bytes = bytesOf(3 * kib);
        await uploadTaskData(clientOf(server), 7, [{ name, data: bytes }], { uploadChunkBytes });
        expect([...filesOf(server).keys()]).toEqual([name]);
        expect(filesOf(server).get(name)?.equals(bytes)).toBe(true);
      }
    },
  );

  test("the order of the files is told where it counts", async () => {
    const server = await start();
    const files = ["b.jpg", "a.jpg"].map((name) => new File(["x"], name));
    await uploadTaskData(clientOf(server), 7, files, { sortingMethod: "predefined" });
    expect(server.dataRequests.get("/api/tasks/7/data")).toMatchObject({ upload_file_order: ["b.jpg", "a.jpg"] });
  });

  test("credentials and organization go along, and a credential is renewed", async () => {
    const server = await start();
    let calls = 0;
    const auth = async (): Promise<{ accessToken: string }> => ({ accessToken: (calls += 1) > 1 ? "secret" : "old" });
    const client = clientOf(server, { auth, organization: "acme" });
    await uploadTaskData(client, 7, [new File([bytesOf(3 * kib)], "a.bin")], { uploadChunkBytes: kib });
    expect(server.requests.filter(({ headers }) => headers.get("authorization") === "Bearer old")).toHaveLength(1);
    expect(server.requests.every(({ headers }) => headers.get("x-organization") === "acme")).toBe(true);
    expect(filesOf(server).get("a.bin")?.length).toBe(3 * kib);
  });

  test.each<[string, Parameters<typeof uploadTaskData>[2], UploadTaskDataOptions, object]>([
    ["addresses", { remoteFiles: ["https://h.example/a.jpg"] }, {}, { remote_files: ["https://h.example/a.jpg"] }],
    [
      "the share",
      { serverFiles: ["cats/"] },
      { serverFilesExclude: ["cats/old/"], copyData: true, useCache: true },
      { server_files: ["cats/"], server_files_exclude: ["cats/old/"], copy_data: true, use_cache: true },
    ],
    [
      "a cloud storage",
      { cloudStorageId: 3, files: ["manifest.jsonl"] },
      { filenamePattern: "*.jpg", sortingMethod: "natural" },
      { server_files: ["manifest.jsonl"], cloud_storage_id: 3, filename_pattern: "*.jpg", sorting_method: "natural" },
    ],
  ])("%s: nothing is uploaded", async (_name, data, options, expected) => {
    const server = await start();
    await uploadTaskData(clientOf(server), 7, data, options);
    expect(server.dataRequests.get("/api/tasks/7/data")).toEqual({ image_quality: 70, ...expected });
    expect(stepsOf(server)[0]).toBe("finish");
  });
});

describe("what goes wrong on the way", () => {
  /** Breaks the n-th request of a step, in one way or another. */
  function breakOnce(server: TusTestServer, step: string, fault: ReturnType<TusTestServer["fault"]>, nth = 1): void {
    let seen = 0;
    server.fault = (request) => (nameStep(request) === step && (seen += 1) === nth ? fault : undefined);
  }

  test.each<[string, string, ReturnType<TusTestServer["fault"]>, number]>([
    ["the connection breaks before a piece", "PATCH", { kind: "reset" }, 2],
    ["the answer to a piece is lost", "PATCH", { kind: "lose" }, 2],
    ["the answer to the last piece is lost", "PATCH", { kind: "lose" }, 5],
    ["the connection breaks in the middle of a piece", "PATCH", { kind: "cut", bytes: 700 }, 3],
    ["the server is away for a moment", "PATCH", { kind: "answer", status: 502 }, 2],
    ["the offset is not the server's", "PATCH", { kind: "answer", status: 409 }, 2],
    ["the piece before is still being written", "PATCH", { kind: "answer", status: 423 }, 2],
    ["the credential has run out", "PATCH", { kind: "answer", status: 401 }, 2],
    ["too many requests", "PATCH", { kind: "answer", status: 429, headers: { "retry-after": "1" } }, 2],
    ["the upload has vanished", "PATCH", { kind: "answer", status: 404 }, 3],
    ["the answer to the creation is lost", "length", { kind: "lose" }, 1],
    ["the answer to the beginning is lost", "start", { kind: "lose" }, 1],
    ["the answer to the end is lost", "finish", { kind: "lose" }, 1],
    ["the end does not get there", "finish", { kind: "reset" }, 1],
    ["the server is away at the end", "finish", { kind: "answer", status: 502 }, 1],
    ["the offset stands still", "PATCH", { kind: "rewrite", headers: { "upload-offset": "1024" } }, 2],
    ["the offset goes too far", "PATCH", { kind: "rewrite", headers: { "upload-offset": "5000" } }, 2],
    ["the offset is missing", "PATCH", { kind: "rewrite", headers: { "upload-offset": "" } }, 2],
  ])("%s: the file is whole in the end", async (_name, step, fault, nth) => {
    const server = await start();
    const bytes = bytesOf(5 * kib);
    breakOnce(server, step, fault, nth);
    const request = await uploadTaskData(clientOf(server), 7, [new File([bytes], "a.bin")], { uploadChunkBytes: kib });
    expect(request.status).toBe("finished");
    expect(filesOf(server).get("a.bin")?.equals(bytes)).toBe(true);
    expect(server.dataRequests.size).toBe(1);
  });

  test("a group whose answer is lost is not sent again, because the server would append to the files", async () => {
    const server = await start();
    breakOnce(server, "multiple", { kind: "lose" });
    const error = await failureOf(
      uploadTaskData(clientOf(server), 7, [new File(["abc"], "a.jpg"), new File(["d"], "b.jpg")]),
    );
    expect(error).toMatchObject({
      name: "UploadError",
      fileName: "a.jpg",
      uploadedBytes: 0,
      message: expect.stringMatching(
        /^The upload of a\.jpg and 1 more files failed: .* Whether the server has taken them is not known, so that they were not sent again\. Task 7 keeps what has arrived, unused: delete the task, and upload to a new one\.$/,
      ) as unknown,
      cause: { name: "NetworkError" },
    });
    expect(filesOf(server).get("a.jpg")?.toString()).toBe("abc");
    expect(server.dataRequests.size).toBe(0);
  });

  test("an end that is answered without a request is an error, and not announced again", async () => {
    const server = await start();
    server.fault = ({ headers }) =>
      headers.has("upload-finish")
        ? { kind: "answer", status: 202, headers: { "content-type": "application/json" }, body: "{}" }
        : undefined;
    const error = await failureOf(uploadTaskData(clientOf(server), 7, [new File(["abc"], "a.jpg")]));
    expect(error).toMatchObject({ name: "DecodeError", operation: "tasks_create_data" });
    expect(stepsOf(server).filter((step) => step.includes("finish"))).toHaveLength(1);
  });

  test("an end that the server takes after a gateway has given up is not refused for being announced again", async () => {
    const server = await start();
    const id = "action=create&target=task&target_id=7";
    let ends = 0;
    server.fault = (request) => {
      if (nameStep(request) !== "finish") return undefined;
      ends += 1;
      if (ends === 1) return { kind: "answer", status: 504 };
      server.work.set(id, ["started", "finished"]);
      return { kind: "answer", status: 400, body: '["Adding more data is not supported"]' };
    };
    const request = await uploadTaskData(clientOf(server), 7, [new File(["abc"], "a.jpg")]);
    expect(request).toMatchObject({ id, status: "finished" });
    expect(ends).toBe(2);
  });

  test("a server that takes nothing is given up, and nothing is reported as done", async () => {
    const server = await start();
    server.fault = (request) => (nameStep(request) === "PATCH" ? { kind: "answer", status: 500 } : undefined);
    const told: UploadProgress[] = [];
    const upload = uploadTaskData(clientOf(server), 7, [new File([bytesOf(3 * kib)], "a.bin")], {
      uploadChunkBytes: kib,
      onProgress: (progress) => told.push(progress),
    });
    const error = await failureOf(upload);
    expect(isUploadError(error)).toBe(true);
    expect(error).toMatchObject({
      fileName: "a.bin",
      uploadedBytes: 0,
      message: expect.stringMatching(/^The upload of a\.bin failed at byte 0 of 3072: .*500/) as unknown,
      cause: { name: "ApiError", status: 500 },
    });
    expect(told.every(({ uploadedFiles }) => uploadedFiles === 0)).toBe(true);
    expect(stepsOf(server)).not.toContain("finish");
    expect(stepsOf(server).filter((step) => step === "PATCH")).toHaveLength(4);
  });

  test("a server that always claims the same offset does not get the same bytes forever", async () => {
    const server = await start();
    server.fault = (request) =>
      request.method === "PATCH" ? { kind: "answer", status: 204, headers: { "upload-offset": "0" } } : undefined;
    const upload = uploadTaskData(clientOf(server), 7, [new File([bytesOf(3 * kib)], "a.bin")], {
      uploadChunkBytes: kib,
    });
    expect(await failureOf(upload)).toMatchObject({
      name: "UploadError",
      message: expect.stringContaining("went from byte 0 to 0") as unknown,
    });
    expect(stepsOf(server).filter((step) => step === "PATCH")).toHaveLength(4);
  });

  test("a name that the task has already is an error, and so is an answer without an address", async () => {
    const server = await start();
    const client = clientOf(server);
    const options = { uploadChunkBytes: kib };
    server.files.set("/api/tasks/7/data", new Map([["a.bin", Buffer.from("other")]]));
    const taken = await failureOf(uploadTaskData(client, 7, [new File([bytesOf(3 * kib)], "a.bin")], options));
    expect(taken).toMatchObject({
      name: "UploadError",
      message: expect.stringContaining("the server has another file of this name there already") as unknown,
      cause: { name: "ApiError", status: 409 },
    });
    breakOnce(server, "length", { kind: "rewrite", headers: { location: "https://evil.test/" } });
    const lost = await failureOf(uploadTaskData(client, 7, [new File([bytesOf(3 * kib)], "b.bin")], options));
    expect(lost).toMatchObject({ message: expect.stringContaining("no usable Location") as unknown });
  });

  test("a read-only token and a task that has data are the server's refusals, before a byte is sent", async () => {
    const server = await start();
    server.fault = (request) =>
      nameStep(request) === "start"
        ? {
            kind: "answer",
            status: 403,
            headers: { "content-type": "application/vnd.cvat+json" },
            body: '{"detail":"Read-only."}',
          }
        : undefined;
    const data = [new File(["x"], "a.jpg")];
    expect(await failureOf(uploadTaskData(clientOf(server), 7, data))).toMatchObject({ name: "ApiError", status: 403 });
    server.fault = () => undefined;
    server.dataRequests.set("/api/tasks/7/data", {});
    expect(await failureOf(uploadTaskData(clientOf(server), 7, data))).toMatchObject({ name: "ApiError", status: 400 });
    expect(stepsOf(server)).toEqual(["start", "start"]);
  });

  test("data of which the server can make nothing is a JobFailedError", async () => {
    const server = await start();
    server.work.set("action=create&target=task&target_id=7", ["started", "failed"]);
    const error = await failureOf(uploadTaskData(clientOf(server), 7, [new File(["x"], "a.txt")]));
    expect(error).toMatchObject({
      name: "JobFailedError",
      message: expect.stringContaining("No media data found") as unknown,
    });
  });

  test("a file that changes while it is sent is an error", async () => {
    const server = await start();
    const location = await fileOf("changing.bin", bytesOf(6 * kib));
    let changed: Promise<void> | undefined;
    const onProgress = ({ loadedBytes }: UploadProgress): void => {
      if (loadedBytes === 2 * kib) changed = writeFile(location, "other");
    };
    const upload = uploadTaskData(clientOf(server), 7, [location], { uploadChunkBytes: 2 * kib, onProgress });
    const error = await failureOf(upload);
    await changed;
    expect(error).toMatchObject({ name: "UploadError", fileName: "changing.bin" });
    expect(filesOf(server).size).toBe(0);
  });
});

describe("an upload that is ended", () => {
  test("by its signal in the middle of a piece leaves no socket, and rejects with the reason", async () => {
    const server = await start();
    server.fault = ({ method }) => (method === "PATCH" ? { kind: "hang" } : undefined);
    const controller = new AbortController();
    const reason = new Error("enough");
    const upload = failureOf(
      uploadTaskData(clientOf(server), 7, [new File([bytesOf(40 * kib)], "a.bin")], {
        uploadChunkBytes: 10 * kib,
        signal: controller.signal,
      }),
    );
    await vi.waitFor(() => expect(stepsOf(server)).toContain("PATCH"));
    controller.abort(reason);
    expect(await upload).toBe(reason);
    await vi.waitFor(() => expect(server.openRequests()).toBe(0));
    expect(stepsOf(server).at(-1)).toBe("PATCH");
    expect(
      await failureOf(uploadTaskData(clientOf(server), 7, [new File(["x"], "b")], { signal: controller.signal })),
    ).toBe(reason);
  });

  test("by what onProgress throws", async () => {
    const server = await start();
    const reason = new Error("stop");
    for (const at of [0, 2 * kib]) {
      const onProgress = ({ loadedBytes }: UploadProgress): void => {
        if (loadedBytes >= at) throw reason;
      };
      const upload = uploadTaskData(clientOf(server), 7, [new File([bytesOf(5 * kib)], `${at}.bin`)], {
        uploadChunkBytes: kib,
        onProgress,
      });
      expect(await failureOf(upload)).toBe(reason);
    }
    expect(stepsOf(server)).not.toContain("finish");
  });

  test("by its deadline", async () => {
    const server = await start();
    server.fault = ({ method }) => (method === "PATCH" ? { kind: "hang" } : undefined);
    const client = createCvatClient({ baseUrl: server.baseUrl, auth: { accessToken: "secret" } });
    const upload = uploadTaskData(client, 7, [new File([bytesOf(5 * kib)], "a.bin")], {
      uploadChunkBytes: kib,
      timeoutMs: 300,
    });
    expect(await failureOf(upload)).toMatchObject({ name: "TimeoutError", phase: "total", timeoutMs: 300 });
  });
});

describe("going on after a crash", () => {
  /** Uploads until `pieces` pieces have arrived, and ends there as a crash would: without a word. */
  async function crashAfter(
    server: TusTestServer,
    pieces: number,
    given: UploadTaskDataOptions & { data: string[] },
  ): Promise<void> {
    const { data, ...options } = given;
    const controller = new AbortController();
    let seen = 0;
    server.fault = (request) => {
      if (request.method !== "PATCH" || (seen += 1) <= pieces) return undefined;
      controller.abort(new Error("crash"));
      return { kind: "reset" };
    };
    await failureOf(uploadTaskData(clientOf(server), 7, data, { ...options, signal: controller.signal }));
    server.fault = () => undefined;
    server.requests.length = 0;
  }

  test("the pieces that are there are not sent again", async () => {
    const server = await start();
    const bytes = bytesOf(6 * kib);
    const data = [await fileOf("crash.bin", bytes)];
    const store = new Map<string, string>();
    const options = { uploadChunkBytes: kib, resume: { store } };
    await crashAfter(server, 4, { ...options, data });
    expect(store.size).toBe(1);
    await uploadTaskData(clientOf(server), 7, data, options);
    expect(stepsOf(server).slice(0, 5)).toEqual(["start", "HEAD", "PATCH", "PATCH", "finish"]);
    expect(filesOf(server).get("crash.bin")?.equals(bytes)).toBe(true);
    expect(store.size).toBe(0);
  });

  test("other bytes under the same name and size begin anew", async () => {
    const server = await start();
    const bytes = bytesOf(6 * kib);
    const location = await fileOf("changed.bin", bytes);
    const options = { uploadChunkBytes: kib, resume: { store: new Map<string, string>() } };
    await crashAfter(server, 4, { ...options, data: [location] });
    const other = bytesOf(6 * kib);
    other[100] = 255;
    await writeFile(location, other);
    await uploadTaskData(clientOf(server), 7, [location], options);
    expect(stepsOf(server).filter((step) => step === "PATCH")).toHaveLength(6);
    expect(filesOf(server).get("changed.bin")?.equals(other)).toBe(true);
  });

  test("files that are complete are left alone, and a file whose end was not noted is found to be complete", async () => {
    const server = await start();
    const data = await Promise.all(["one.bin", "two.bin"].map((name) => fileOf(name, bytesOf(2 * kib))));
    const store = new Map<string, string>();
    const options = { uploadChunkBytes: kib, resume: { store }, concurrency: 1 };
    await crashAfter(server, 3, { ...options, data });
    expect([...filesOf(server).keys()]).toEqual(["one.bin"]);
    // As if the crash had come between the server's answer and its note.
    for (const [key, value] of store) store.set(key, value.replace('"isComplete":true', '"isComplete":false'));
    await uploadTaskData(clientOf(server), 7, data, options);
    expect(stepsOf(server).slice(0, 5)).toEqual(["start", "HEAD", "length", "HEAD", "PATCH"]);
    expect([...filesOf(server).keys()]).toEqual(["one.bin", "two.bin"]);
  });

  test("once all was sent, a later run waits for the server's work", async () => {
    const server = await start();
    const data = [await fileOf("sent.bin", bytesOf(2 * kib))];
    const store = new Map<string, string>();
    const options = { uploadChunkBytes: kib, resume: { store } };
    const controller = new AbortController();
    const onProgress = ({ phase }: UploadProgress): void => {
      if (phase === "processing") controller.abort(new Error("crash"));
    };
    await failureOf(uploadTaskData(clientOf(server), 7, data, { ...options, onProgress, signal: controller.signal }));
    expect(store.size).toBe(1);
    server.requests.length = 0;
    expect(await uploadTaskData(clientOf(server), 7, data, options)).toMatchObject({ status: "finished" });
    expect(stepsOf(server)).toEqual(["GET /api/requests/…"]);
    expect(store.size).toBe(0);
  });

  test("what a store holds is not believed", async () => {
    const server = await start();
    const bytes = bytesOf(2 * kib);
    const data = [await fileOf("store.bin", bytes)];
    for (const text of ["", "{", "null", '{"version":1,"fileId":"../../x"}', '{"version":2}']) {
      const store = { get: () => text, set: () => undefined, delete: () => undefined };
      const key = `${server.baseUrl}/api/tasks/7/data/#`;
      const resume = { store: { ...store, get: (name: string) => (name.endsWith(key) ? null : text) } };
      server.files.clear();
      server.dataRequests.clear();
      await uploadTaskData(clientOf(server), 7, data, { uploadChunkBytes: kib, resume });
      expect(filesOf(server).get("store.bin")?.equals(bytes)).toBe(true);
    }
  });
});

describe("refused before anything is sent", () => {
  const good = new File(["x"], "a.jpg");
  test.each<[string, unknown, unknown, object]>([
    ["taskId", 0, [good], {}],
    ["taskId", "7", [good], {}],
    ["data", 7, [], {}],
    ["data", 7, "a.jpg", {}],
    ["data", 7, { remoteFiles: ["https://h.example/a"], serverFiles: ["b"] }, {}],
    ["data.remoteFiles[0]", 7, { remoteFiles: ["file:///etc/passwd"] }, {}],
    ["data.files", 7, { cloudStorageId: 3 }, {}],
    ["data.cloudStorageId", 7, { files: ["a"] }, {}],
    ["data.remoteFile", 7, { remoteFile: ["a"] }, {}],
    ["data[0]", 7, [new File([], "a.jpg")], {}],
    ["data[1]", 7, [good, good], {}],
    ["data[0].name", 7, [new File(["x"], "../a.jpg")], {}],
    ["data[0].name", 7, [{ data: new Blob(["x"]) }], {}],
    ["data[0].name", 7, [{ data: new Blob(["x"]), name: "a\u0000.jpg" }], {}],
    ["data[0].name", 7, [{ data: new Blob(["x"]), name: ".." }], {}],
    ["data[0].name", 7, [{ data: new Blob(["x"]), name: "ü".repeat(128) }], {}],
    ["path", 7, ["/no/such/file.jpg"], {}],
    ["options.imageQuality", 7, [good], { imageQuality: 101 }],
    ["options.frameFilter", 7, [good], { frameFilter: "every 10" }],
    ["options.frameFiler", 7, [good], { frameFiler: "step=10" }],
    ["options.resume", 7, [good], { resume: { store: {} } }],
    ["options.validationParams.mode", 7, [good], { validationParams: { frameCount: 3 } }],
    ["options.validationParams.frame_count", 7, [good], { validationParams: { mode: "gt", frame_count: 3 } }],
    ["options.concurrency", 7, [good], { concurrency: 0 }],
    ["options.timeoutMs", 7, [good], { timeoutMs: 0 }],
  ])("%s: %#", async (option, taskId, data, options) => {
    const sent = vi.fn();
    const client = createCvatClient({ auth: { accessToken: "x" }, fetch: sent });
    // What JavaScript callers can pass.
    const upload = uploadTaskData(client, taskId as number, data as [], options);
    await expect(upload).rejects.toMatchObject({ name: "ConfigError", option });
    expect(sent).not.toHaveBeenCalled();
  });

  test("a file that is too large", async () => {
    const blob = Object.assign(new Blob(["x"]), { name: "huge.mp4" });
    Object.defineProperty(blob, "size", { value: 26_843_545_601 });
    const client = createCvatClient({ auth: { accessToken: "x" } });
    await expect(uploadTaskData(client, 7, [{ data: blob }])).rejects.toThrow(
      "data[0] (huge.mp4) has 26843545601 bytes; the server takes at most 26843545600.",
    );
  });
});
