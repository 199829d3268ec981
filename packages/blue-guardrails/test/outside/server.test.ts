import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startServer, type OutsideServer } from "./server.ts";

let server: OutsideServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.close());

async function call(path: string, init: RequestInit = {}, key = "outside-test-key"): Promise<Response> {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  return fetch(`${server.origins["https://api.blueguardrails.com"] ?? ""}${path}`, { headers, ...init });
}

describe("the platform a second time", () => {
  test("asks for a key, and of a user's for a workspace", async () => {
    expect((await call("/v1/experiments", {}, "other")).status).toBe(401);
    expect((await call("/v1/experiments", {}, "outside-user-key")).status).toBe(400);
    expect((await call("/v1/experiments")).status).toBe(200);
  });

  test("pages lists by a cursor that a query must escape", async () => {
    const first: unknown = await (await call("/v1/conversations")).json();
    expect(first).toMatchObject({ has_more: true, next_page_cursor: "at+50==" });
    const last: unknown = await (await call("/v1/conversations?cursor=at%2B100%3D%3D")).json();
    expect(last).toMatchObject({ has_more: false, next_page_cursor: null, items: { length: 20 } });
    expect((await call("/v1/conversations?cursor=at+100==")).status).toBe(422);
  });

  test("knows filters by their exact names", async () => {
    const name = encodeURIComponent("filter[created_at][gte]");
    const page: unknown = await (await call(`/v1/conversations?limit=100&${name}=2025-12-05T00:00:00Z`)).json();
    expect(page).toMatchObject({ items: { length: 24 } });
  });

  test("says with 422 what is wrong where", async () => {
    const response = await call("/v1/hallucination-configs", { method: "PUT", body: '{"labels":[{"name":"a"}]}' });
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({
      detail: [{ loc: ["body", "labels", 0, "description"], msg: "Field required", type: "missing" }],
    });
  });
});
