import { createCvatClient, uploadTaskData } from "@labelwire/cvat";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { skippingClock } from "./servers/skipping-clock.ts";
import type { Fault, TusTestServer } from "./servers/tus-server-types.ts";
import { startTusServer } from "./servers/tus-server.ts";

let server: TusTestServer;
beforeAll(async () => {
  server = await startTusServer();
});
afterAll(() => server.close());

const anyFault: fc.Arbitrary<Fault | undefined> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constant<Fault>({ kind: "reset" }) },
  { weight: 1, arbitrary: fc.constant<Fault>({ kind: "lose" }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 400 }).map((bytes): Fault => ({ kind: "cut", bytes })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Fault>(...[409, 423, 500, 503].map((status): Fault => ({ kind: "answer", status }))),
  },
);

let taskId = 1000;

test("whatever size, pieces and faults: the bytes on the server are those of the file", async () => {
  const property = fc.asyncProperty(
    fc.uint8Array({ minLength: 1, maxLength: 2000 }),
    fc.integer({ min: 1, max: 700 }),
    fc.array(anyFault, { maxLength: 12 }),
    fc.boolean(),
    async (bytes, uploadChunkBytes, faults, isResumable) => {
      // Fewer pieces than that are enough to meet every fault.
      fc.pre(bytes.length / uploadChunkBytes <= 20);
      const task = (taskId += 1);
      const queue = [...faults];
      let failures = 0;
      server.fault = ({ method }) => {
        if (method !== "PATCH" && method !== "HEAD") return undefined;
        // More between two pieces that arrive would rightly end the upload.
        const fault = failures < 2 ? queue.shift() : undefined;
        if (fault !== undefined) failures += 1;
        else if (method === "PATCH") failures = 0;
        return fault;
      };
      const client = createCvatClient({
        baseUrl: server.baseUrl,
        auth: { accessToken: "secret" },
        clock: skippingClock(),
      });
      await uploadTaskData(client, task, [{ name: 'a "b" 図.bin', data: new Uint8Array(bytes) }], {
        uploadChunkBytes,
        ...(isResumable && { resume: { store: new Map<string, string>() } }),
      });
      const files = server.files.get(`/api/tasks/${task}/data`);
      expect([...(files?.keys() ?? [])]).toEqual(['a "b" 図.bin']);
      expect(files?.get('a "b" 図.bin')?.equals(bytes)).toBe(true);
    },
  );
  await fc.assert(property, { numRuns: 50 });
}, 120_000);

test("wherever it crashes, a second run brings the file to its end with the bytes it has then", async () => {
  const property = fc.asyncProperty(
    fc.uint8Array({ minLength: 300, maxLength: 2000 }),
    fc.integer({ min: 100, max: 700 }),
    fc.nat({ max: 20 }),
    fc.constantFrom<Fault["kind"]>("reset", "lose", "cut"),
    fc.boolean(),
    async (bytes, uploadChunkBytes, crashAt, kind, isChanged) => {
      const task = (taskId += 1);
      const client = createCvatClient({
        baseUrl: server.baseUrl,
        auth: { accessToken: "secret" },
        clock: skippingClock(),
      });
      const options = { uploadChunkBytes, resume: { store: new Map<string, string>() } };
      const controller = new AbortController();
      let seen = 0;
      server.fault = ({ method, headers }) => {
        // Neither the end nor what comes after it: a second run would rightly not look at the file.
        if (headers.has("upload-finish") || method === "GET" || (seen += 1) <= crashAt) return undefined;
        controller.abort(new Error("crash"));
        return kind === "cut" ? { kind, bytes: 50 } : kind === "lose" ? { kind } : { kind: "reset" };
      };
      const first = uploadTaskData(client, task, [{ name: "a.bin", data: new Uint8Array(bytes) }], {
        ...options,
        signal: controller.signal,
      });
      const isDone = await first.then(
        () => true,
        () => false,
      );
      fc.pre(!isDone);
      server.fault = () => undefined;
      // What had arrived at the crash may still be on its way to the disk.
      await vi.waitFor(() => expect(server.isIdle()).toBe(true), { timeout: 10_000, interval: 5 });
      const files = (): Map<string, Buffer> | undefined => server.files.get(`/api/tasks/${task}/data`);
      const later = new Uint8Array(bytes);
      // A file that has arrived whole cannot be replaced: that would be an error.
      if (isChanged && files()?.size !== 1) later[0] = 255 - (later[0] ?? 0);
      await uploadTaskData(client, task, [{ name: "a.bin", data: later }], options);
      expect(files()?.get("a.bin")?.equals(later)).toBe(true);
    },
  );
  await fc.assert(property, { numRuns: 50 });
}, 120_000);
