import {
  createCvatClient,
  importAnnotations,
  importDataset,
  isApiError,
  isDecodeError,
  isLabelwireError,
  isNetworkError,
  restoreBackup,
  type CvatClient,
} from "@labelwire/cvat";
import { beforeEach, describe, expect, test } from "vitest";
import { failureOf } from "../../../scripts/testing/failure-of.ts";
import { connectTusServer } from "./servers/connect-tus-server.ts";
import { skippingClock } from "./servers/skipping-clock.ts";
import type { Fault, TusTestServer, UploadRequest } from "./servers/tus-server-types.ts";
import { startTusServer } from "./servers/tus-server.ts";

let server: TusTestServer;
let client: CvatClient;
beforeEach(async () => {
  ({ server, client } = await connectTusServer());
});

const file = new File([Uint8Array.from({ length: 5000 }, (_, at) => at % 251)], "coco.zip");
const coco = { format: "COCO 1.0" };
const intoTask = "action=import&target=task&target_id=7&subresource=annotations";

const isStart = ({ method, headers }: UploadRequest): boolean =>
  method === "POST" && !headers.has("upload-start") && !headers.has("upload-length");
const isList = ({ method, path }: UploadRequest): boolean => method === "GET" && path === "/api/requests";
const count = (is: (request: UploadRequest) => boolean): number => server.requests.filter(is).length;

/** Meets the start of an import so, and the look at the list so. */
function failWith(start: Fault, list?: Fault): void {
  server.fault = (request) => (isStart(request) ? start : isList(request) ? list : undefined);
}

describe("an import whose answer is lost", () => {
  test.each<[string, () => Promise<unknown>]>([
    ["annotations into a task, by a form", () => importAnnotations(client, { task: 7 }, file, coco)],
    ["annotations into a job, by a form", () => importAnnotations(client, { job: 9 }, file, coco)],
    ["a dataset, by a form", () => importDataset(client, { project: 2 }, file, coco)],
    [
      "annotations, piece by piece",
      () => importAnnotations(client, { task: 7 }, file, { ...coco, uploadChunkBytes: 2000 }),
    ],
    [
      "annotations from a cloud storage",
      () => importAnnotations(client, { task: 7 }, { cloudStorageId: 3, fileName: "coco.zip" }, coco),
    ],
  ])("and that was begun is waited for, and not started again: %s", async (_name, run) => {
    failWith({ kind: "lose" });
    expect(await run()).toMatchObject({ status: "finished" });
    expect(server.imports).toHaveLength(1);
    expect(count(isStart)).toBe(1);
  });

  test.each<[string, Fault, looks: number]>([
    ["a connection that breaks", { kind: "reset" }, 3],
    ["a gateway's error", { kind: "answer", status: 502, body: "<h1>Bad gateway</h1>" }, 3],
    ["the server's own error, without waiting", { kind: "answer", status: 500 }, 1],
  ])("and that was not begun says so, after %s", async (_name, fault, looks) => {
    failWith(fault);
    const error = await failureOf(importAnnotations(client, { task: 7 }, file, coco));
    expect(error).toMatchObject({ operation: "tasks_create_annotations" });
    expect(isLabelwireError(error) && isLabelwireError(error.cause) && error.cause.name === error.name).toBe(true);
    expect(String(error)).toContain("CVAT has not begun the import, and lists no request of it: import again.");
    expect(isNetworkError(error) || (isApiError(error) && [500, 502].includes(error.status))).toBe(true);
    expect(count(isStart)).toBe(1);
    expect(count(isList)).toBe(looks);
  });

  test("is not taken for an earlier one into the same task, which has the same id", async () => {
    server.work.set(intoTask, ["finished"]);
    server.begun.set(intoTask, Date.now() - 3_600_000);
    failWith({ kind: "reset" });
    const error = await failureOf(importAnnotations(client, { task: 7 }, file, coco));
    expect(String(error)).toContain("has not begun the import");
  });

  test.each<[string, status: number, look: number]>([
    ["begins it after a gateway has given up", 504, 2],
    ["has begun it and failed on its own answer", 500, 1],
  ])("is waited for where the server %s", async (_name, status, look) => {
    server.fault = (request) => {
      if (isStart(request)) return { kind: "answer", status };
      if (isList(request) && count(isList) === look) {
        server.work.set(intoTask, ["started", "finished"]);
        server.begun.set(intoTask, Date.now());
      }
      return undefined;
    };
    const request = await importAnnotations(client, { task: 7 }, file, coco);
    expect(request).toMatchObject({ id: intoTask, status: "finished" });
  });

  test.each<[string, Fault, (error: unknown) => boolean]>([
    ["is refused", { kind: "answer", status: 403 }, isApiError],
    [
      "is another server's",
      { kind: "answer", status: 200, headers: { "content-type": "application/json" }, body: "{}" },
      isDecodeError,
    ],
    [
      "is a page",
      { kind: "answer", status: 200, headers: { "content-type": "text/html" }, body: "<h1>Sign in</h1>" },
      isDecodeError,
    ],
  ])("is the first failure where the list %s, which is told too", async (_name, list, isSecond) => {
    failWith({ kind: "lose" }, list);
    const error = await failureOf(importAnnotations(client, { task: 7 }, file, coco));
    expect(error).toMatchObject({ name: "NetworkError", operation: "tasks_create_annotations" });
    expect(isLabelwireError(error) && isSecond(error.suppressed)).toBe(true);
    expect(String(error)).toContain("Whether CVAT has begun the import is not known, because its list of requests");
  });

  test("is not guessed at where the server's time is hidden, as from a browser", async () => {
    failWith({ kind: "lose" }, { kind: "rewrite", headers: { date: "" } });
    const error = await failureOf(importAnnotations(client, { task: 7 }, file, coco));
    expect(error).toMatchObject({ name: "NetworkError" });
    expect(String(error)).toContain(`is not known: of the background requests that may be it there is "${intoTask}".`);
  });

  test("of a backup names the requests that may be it, because there can be any number at a time", async () => {
    failWith({ kind: "lose" });
    const begun = await failureOf(restoreBackup(client, "task", file));
    expect(begun).toMatchObject({ name: "NetworkError", operation: "tasks_create_backup" });
    const [id = ""] = server.work.keys();
    expect(String(begun)).toContain(JSON.stringify(id));
    failWith({ kind: "reset" });
    const reset = await failureOf(restoreBackup(client, "project", file));
    expect(String(reset)).toContain("has not begun the import");
  });

  test("is the failure as it is where no connection was made: nothing can have begun", async () => {
    const away = await startTusServer();
    await away.close();
    const lonely = createCvatClient({ baseUrl: away.baseUrl, auth: { accessToken: "x" }, clock: skippingClock() });
    const error = await failureOf(importAnnotations(lonely, { task: 7 }, file, coco));
    expect(error).toMatchObject({ name: "NetworkError", code: "ECONNREFUSED", operation: "tasks_create_annotations" });
    expect(isLabelwireError(error) && error.suppressed).toBeUndefined();
  });

  test("is aborted while the list is looked at, with the caller's reason", async () => {
    const controller = new AbortController();
    server.fault = (request) => {
      if (isStart(request)) return { kind: "reset" };
      if (isList(request)) controller.abort("enough");
      return undefined;
    };
    const { signal } = controller;
    expect(await failureOf(importAnnotations(client, { task: 7 }, file, { ...coco, signal }))).toBe("enough");
  });
});

describe("the notes of an import that did not begin", () => {
  const isPiece = ({ method }: UploadRequest): boolean => method === "PATCH";

  test("spare a later run the sending where the answer was lost", async () => {
    const store = new Map<string, string>();
    const options = { ...coco, uploadChunkBytes: 2000, resume: { store } };
    failWith({ kind: "reset" });
    expect(await failureOf(importAnnotations(client, { task: 7 }, file, options))).toSatisfy(isNetworkError);
    expect(store.size).toBe(1);
    server.fault = () => undefined;
    server.requests.length = 0;
    expect(await importAnnotations(client, { task: 7 }, file, options)).toMatchObject({ status: "finished" });
    expect(count(isPiece)).toBe(0);
    expect(store.size).toBe(0);
  });

  test("are gone where the server has refused it", async () => {
    const store = new Map<string, string>();
    failWith({ kind: "answer", status: 400, body: "No such file were uploaded" });
    const options = { ...coco, uploadChunkBytes: 2000, resume: { store } };
    expect(await failureOf(importAnnotations(client, { task: 7 }, file, options))).toMatchObject({ status: 400 });
    expect(store.size).toBe(0);
  });
});
