import { createCvatClient, importAnnotations, uploadTaskData } from "@labelwire/cvat";
import { expect, inject, test } from "vitest";
import { skippingClock } from "../servers/skipping-clock.ts";

// In a browser: see chromium-config.ts.
const baseUrl = inject("tusServer");
const client = createCvatClient({ baseUrl, auth: { accessToken: "secret" }, clock: skippingClock() });
const bytes = Uint8Array.from({ length: 25_000 }, (_, at) => (at * 7) % 251);

async function arrived(endpoint: string, name: string): Promise<Uint8Array> {
  const response = await fetch(`${baseUrl}/arrived?${new URLSearchParams({ endpoint, name }).toString()}`);
  return new Uint8Array(await response.arrayBuffer());
}

test("a large file goes piece by piece, and small ones in a group", async () => {
  const files = [new File([bytes], "größe.mp4"), new File(["small"], "a.jpg")];
  const request = await uploadTaskData(client, 7, files, { uploadChunkBytes: 10_000 });
  expect(request.status).toBe("finished");
  expect(await arrived("/api/tasks/7/data", "größe.mp4")).toEqual(bytes);
  expect(await arrived("/api/tasks/7/data", "a.jpg")).toEqual(new TextEncoder().encode("small"));
});

test("an upload goes on where an earlier one has ended", async () => {
  const store = new Map<string, string>();
  const options = { uploadChunkBytes: 5_000, resume: { store } };
  const controller = new AbortController();
  const data = [new File([bytes], "resumed.mp4")];
  const first = uploadTaskData(client, 8, data, {
    ...options,
    signal: controller.signal,
    onProgress: ({ loadedBytes }) => {
      if (loadedBytes >= 10_000) controller.abort(new Error("crash"));
    },
  });
  await expect(first).rejects.toThrow("crash");
  expect(store.size).toBe(1);
  await uploadTaskData(client, 8, data, options);
  expect(await arrived("/api/tasks/8/data", "resumed.mp4")).toEqual(bytes);
});

test("an import finds its file again, although the server's name for it is hidden from the page", async () => {
  const file = new File([bytes], "coco.zip");
  const options = { format: "COCO 1.0", uploadChunkBytes: 10_000 };
  expect(await importAnnotations(client, { task: 7 }, file, options)).toMatchObject({ status: "finished" });
});

test("a path is refused: there are no files here", async () => {
  await expect(uploadTaskData(client, 7, ["./a.jpg"])).rejects.toMatchObject({ name: "ConfigError", option: "path" });
});
