import { createCvatMock, type CvatMock } from "@labelwire/cvat/msw";
import { beforeEach, describe, expect, test } from "vitest";

const endpoint = "https://app.cvat.ai/api/tasks/1/data";
let mock: CvatMock;

beforeEach(() => {
  mock = createCvatMock({ state: { tasks: [{ name: "cats" }] } });
});

async function send(url: string, headers: Record<string, string>, init: RequestInit = {}): Promise<Response> {
  return mock.fetch(url, { method: "POST", headers: { authorization: "Bearer any", ...headers }, ...init });
}

function metadata(name: string): string {
  return `filename ${btoa(String.fromCharCode(...new TextEncoder().encode(name)))}`;
}

async function createFile(length: number, name = "a.png"): Promise<Response> {
  return send(`${endpoint}/`, { "upload-length": String(length), "upload-metadata": metadata(name) });
}

async function patch(location: string, offset: number, bytes: string): Promise<Response> {
  const headers = { "upload-offset": String(offset), "content-type": "application/offset+octet-stream" };
  return send(location, headers, { method: "PATCH", body: bytes });
}

describe("an upload by the server's variant of TUS", () => {
  test("goes on from where it stands, and its file is gone when it is whole", async () => {
    expect((await send(endpoint, { "upload-start": "true" })).status).toBe(202);
    const created = await createFile(6);
    const location = created.headers.get("location") ?? "";
    expect([created.status, created.headers.get("upload-filename")]).toEqual([201, "a.png"]);
    expect(location).toMatch(/^https:\/\/app\.cvat\.ai\/api\/tasks\/1\/data\/1_[0-9a-f-]{36}$/);
    expect((await patch(location, 0, "abc")).headers.get("upload-offset")).toBe("3");
    const wrong = await patch(location, 2, "x");
    expect([wrong.status, wrong.headers.get("upload-offset")]).toEqual([409, null]);
    const state = await send(location, {}, { method: "HEAD" });
    expect([state.status, state.headers.get("upload-offset"), state.headers.get("upload-length")]).toEqual([
      200,
      "3",
      "6",
    ]);
    expect((await patch(location, 3, "defg")).status).toBe(413);
    expect((await patch(location, 3, "def")).status).toBe(204);
    expect((await send(location, {}, { method: "HEAD" })).status).toBe(404);
    const finished = await send(endpoint, { "upload-finish": "true" });
    expect([finished.status, await finished.json()]).toEqual([202, { rq_id: "action=create&target=task&target_id=1" }]);
  });

  test.each([
    ["a name that is taken", "a.png", 5, 409],
    ["no name", "", 5, 400],
    ["a name that leads elsewhere", "../a.png", 5, 400],
    ["more than the server takes", "b.png", 26_843_545_601, 413],
    ["no bytes", "b.png", 0, 400],
  ])("is refused for %s", async (_what, name, length, status) => {
    await createFile(5);
    expect((await createFile(length, name)).status).toBe(status);
  });

  test("tells other than English names as headers can", async () => {
    const created = await createFile(5, "größe.png");
    expect(created.headers.get("upload-filename")).toBe("=?utf-8?b?Z3LDtsOfZS5wbmc=?=");
  });

  test("of another endpoint tells the id of its file, by which an import has to ask for it", async () => {
    const url = "https://app.cvat.ai/api/tasks/1/annotations";
    const query = "?format=COCO%201.0&location=local";
    const created = await send(url + query, { "upload-length": "3", "upload-metadata": metadata("a.zip") });
    const id = created.headers.get("upload-filename") ?? "";
    const location = created.headers.get("location") ?? "";
    expect(location.endsWith(`/annotations/${id}`)).toBe(true);
    await patch(location, 0, "abc");
    const missing = await send(`${url}${query}&filename=a.zip`, { "upload-finish": "true" });
    expect([missing.status, await missing.text()]).toEqual([400, "No such file were uploaded"]);
    expect((await send(`${url}${query}&filename=${id}`, { "upload-finish": "true" })).status).toBe(202);
    expect((await send(`${url}${query}&filename=${id}`, { "upload-finish": "true" })).status).toBe(400);
  });
});

describe("other ways to bring files", () => {
  const form = (): FormData => {
    const files = new FormData();
    files.set("client_files[0]", new File(["1"], "1.png"));
    files.set("client_files[1]", new File(["2"], "2.png"));
    files.set("image_quality", "70");
    return files;
  };
  const frames = async (): Promise<unknown> => {
    const id = encodeURIComponent("action=create&target=task&target_id=1");
    const headers = { authorization: "Bearer any" };
    for (let look = 0; look < 3; look += 1) await mock.fetch(`https://app.cvat.ai/api/requests/${id}`, { headers });
    const response = await mock.fetch("https://app.cvat.ai/api/tasks/1", { headers });
    const { size, image_quality: quality } = (await response.json()) as Readonly<Record<string, unknown>>;
    return [size, quality];
  };

  test("all in one request", async () => {
    expect((await send(`${endpoint}/`, {}, { body: form() })).status).toBe(202);
    expect(await frames()).toEqual([2, 70]);
    expect((await send(`${endpoint}/`, {}, { body: form() })).status).toBe(400);
  });

  test("several in a form, between start and finish", async () => {
    await send(endpoint, { "upload-start": "true" });
    expect((await send(endpoint, { "upload-multiple": "true" }, { body: form() })).status).toBe(200);
    const body = JSON.stringify({ image_quality: 50, start_frame: 1 });
    await send(endpoint, { "upload-finish": "true", "content-type": "application/json" }, { body });
    expect(await frames()).toEqual([1, 50]);
  });

  test("files that the server fetches, in jobs as they are told", async () => {
    const remote = ["https://example.com/1.png", "https://example.com/2.png", "https://example.com/3.png"];
    const body = JSON.stringify({
      image_quality: 70,
      remote_files: remote,
      job_file_mapping: [remote.slice(0, 2), remote.slice(2)],
    });
    await send(endpoint, { "content-type": "application/json" }, { body });
    expect(await frames()).toEqual([3, 70]);
    const response = await mock.fetch("https://app.cvat.ai/api/jobs?task_id=1", {
      headers: { authorization: "Bearer any" },
    });
    const { results } = (await response.json()) as { results: readonly { start_frame: number; stop_frame: number }[] };
    expect(results.map(({ start_frame: start, stop_frame: stop }) => [start, stop])).toEqual([
      [0, 1],
      [2, 2],
    ]);
  });

  test("none at all are refused", async () => {
    const response = await send(endpoint, { "upload-finish": "true" });
    expect([response.status, await response.json()]).toEqual([400, ["No media data found"]]);
  });

  test("a form that names its file too is not found (cvat-ai/cvat issue 5781)", async () => {
    const body = new FormData();
    body.set("annotation_file", new File(["x"], "a.zip"));
    const url = "https://app.cvat.ai/api/tasks/1/annotations/?format=COCO%201.0&filename=a.zip";
    expect((await send(url, {}, { body })).status).toBe(400);
  });
});
