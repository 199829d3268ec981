import { describe, expect, test } from "vitest";
import type { JsonObject } from "./json-value.ts";
import { bearer, readJson, startCaller, type CallServer } from "./start-caller.ts";

/** Looks at a request until it has finished. */
async function finish(call: CallServer, id: unknown): Promise<JsonObject> {
  for (;;) {
    const request = await readJson(await call(`/api/requests/${encodeURIComponent(String(id))}`));
    if (request["status"] === "finished" || request["status"] === "failed") return request;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe("work in the background", () => {
  test("an export is queued, started and finished, and asked for twice it is one", async () => {
    const call = await startCaller();
    const path = "/api/tasks/8/dataset/export?format=COCO%201.0&save_images=true";
    const [first, second] = [await call(path, { method: "POST" }), await call(path, { method: "POST" })];
    expect([first.status, second.status]).toEqual([202, 409]);
    const { rq_id: id } = await readJson(first);
    expect(await readJson(second)).toEqual({ rq_id: id });
    expect(id).toBe("action=export&target=task&target_id=8&user_id=1&subresource=dataset&format=COCO_1~0");
    const { result_url: url } = await finish(call, id);
    expect(url).toMatch(/^http:\/\/cvat-server:8080\/api\/tasks\/8\/dataset\/download\?rq_id=action%3D/);
    const { pathname, search } = new URL(String(url));
    const part = await call(pathname + search, { headers: { ...bearer, range: "bytes=0-3" } });
    expect([part.status, await part.text()]).toEqual([206, "PK\u0003\u0004"]);
    const past = await call(pathname + search, { headers: { ...bearer, range: "bytes=99999-" } });
    expect(past.status).toBe(416);
  });

  test("what was cancelled, nobody knows", async () => {
    const call = await startCaller();
    const begun = await readJson(await call("/api/tasks/9/backup/export", { method: "POST" }));
    const path = `/api/requests/${encodeURIComponent(String(begun["rq_id"]))}`;
    expect((await call(`${path}/cancel`, { method: "POST" })).status).toBe(200);
    const gone = await call(path);
    expect([gone.status, await gone.text()]).toEqual([404, "There is no request with specified id"]);
    expect(gone.headers.get("content-type")).toBe("text/html; charset=utf-8");
  });
});

describe("uploads", () => {
  const create = (call: CallServer, path: string, name: string, length: number): Promise<Response> =>
    call(path, {
      method: "POST",
      headers: {
        ...bearer,
        "upload-length": String(length),
        "upload-metadata": `filename ${Buffer.from(name).toString("base64")}`,
      },
    });
  const send = (call: CallServer, address: string, offset: number, body: string): Promise<Response> =>
    call(new URL(address).pathname, {
      method: "PATCH",
      headers: { ...bearer, "content-type": "application/offset+octet-stream", "upload-offset": String(offset) },
      body,
    });

  test("come in pieces, and are gone as uploads when they are whole", async () => {
    const call = await startCaller();
    expect(
      (await call("/api/tasks/7/data/", { method: "POST", headers: { ...bearer, "upload-start": "false" } })).status,
    ).toBe(202);
    const created = await create(call, "/api/tasks/7/data/", "天.jpg", 6);
    const address = created.headers.get("location") ?? "";
    expect(address).toMatch(/^http:\/\/cvat-server:8080\/api\/tasks\/7\/data\/1_[\da-f-]{36}$/);
    expect(created.headers.get("upload-filename")).toBe("=?utf-8?b?5aSpLmpwZw==?=");
    expect((await send(call, address, 0, "abc")).headers.get("upload-offset")).toBe("3");
    const wrong = await send(call, address, 0, "abc");
    expect([wrong.status, wrong.headers.get("upload-offset")]).toEqual([409, null]);
    expect((await send(call, address, 3, "defg")).status).toBe(413);
    const seen = await call(new URL(address).pathname, { method: "HEAD" });
    expect([seen.status, seen.headers.get("upload-offset"), seen.headers.get("upload-length")]).toEqual([
      200,
      "3",
      "6",
    ]);
    expect((await send(call, address, 3, "def")).status).toBe(204);
    expect((await call(new URL(address).pathname, { method: "HEAD" })).status).toBe(404);
    expect((await create(call, "/api/tasks/7/data/", "天.jpg", 6)).status).toBe(409);
    const finished = await call("/api/tasks/7/data/", {
      method: "POST",
      headers: { ...bearer, "upload-finish": "true" },
      body: { image_quality: 70 },
    });
    expect(await finish(call, (await readJson(finished))["rq_id"])).toMatchObject({ status: "finished", message: "" });
    expect(await readJson(await call("/api/tasks/7"))).toMatchObject({ size: 1 });
    const again = await call("/api/tasks/7/data/", { method: "POST", body: { image_quality: 70 } });
    expect([again.status, await again.json()]).toEqual([400, ["Adding more data is not supported"]]);
  });

  test("without a byte are a fault of the server", async () => {
    const call = await startCaller();
    expect((await create(call, "/api/tasks/7/data/", "empty.jpg", 0)).status).toBe(500);
    expect((await create(call, "/api/tasks/7/data/", "../up.jpg", 1)).status).toBe(400);
  });

  test("an import with a name looks for an upload, and not at the form", async () => {
    const call = await startCaller();
    const form = new FormData();
    form.append("annotation_file", new File(["{}"], "a.json"));
    const path = "/api/tasks/8/annotations/?format=COCO%201.0";
    const named = await call(`${path}&filename=a.json`, { method: "POST", body: form });
    expect([named.status, await named.json()]).toEqual([400, ["No such file were uploaded"]]);
    expect((await call(path, { method: "POST", body: form })).status).toBe(202);
  });
});

describe("media", () => {
  test("are not ready when they are first asked for", async () => {
    const call = await startCaller();
    const path = "/api/tasks/8/data/?type=chunk&number=0&quality=original";
    const early = await call(path);
    expect([early.status, early.headers.get("retry-after"), await early.text()]).toEqual([429, "1", ""]);
    const chunk = await call(path);
    expect(chunk.headers.get("content-type")).toBe("application/zip");
    expect(chunk.headers.get("x-checksum")).toMatch(/^[\da-f]{32}$/);
    const preview = await call("/api/tasks/7/preview", { headers: { ...bearer, prefer: "handling=empty" } });
    expect(preview.status).toBe(204);
  });
});
