import { readFileSync } from "node:fs";
import * as operations from "@labelwire/blue-guardrails/operations";
import specification from "@labelwire/blue-guardrails/openapi.json" with { type: "json" };
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { OutsideServer } from "../../../../scripts/test-outside/outside-server.ts";
import { routes } from "./answer-call.ts";
import { startServer } from "./server.ts";

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

  test("answers all 32 operations, and documented code calls each of them", () => {
    const bare = (template: string): string => template.replaceAll(/\{\w+\}/g, "{}");
    const specified = Object.entries(specification.paths).flatMap(([path, item]) =>
      ["get", "post", "put", "patch"]
        .filter((method) => Object.hasOwn(item, method))
        .map((method) => bare(`${method.toUpperCase()} ${path}`)),
    );
    expect(specified).toHaveLength(32);
    expect(Object.keys(routes).map(bare).sort()).toEqual(specified.sort());

    const documents = ["contract.md", "../../README.md"].map((file) => readFileSync(new URL(file, import.meta.url)));
    const code = documents.join("\n");
    const isCalled = (name: string): boolean =>
      new RegExp(`\\b${name}\\((?:guardrails|client)|paginate\\(\\s*\\w+,\\s*${name}\\b`).test(code);
    // The workflow of the same name is what calls `exportLabelingProject`.
    expect(Object.keys(operations).filter((name) => !isCalled(name))).toEqual([]);
  });

  test("says 201 to what creates, and takes a user's key without a workspace for another", async () => {
    const wish = (body: object): RequestInit => ({ method: "POST", body: JSON.stringify(body) });
    const key = { name: "ci", expires_in_days: 30, scope: "user" };
    expect((await call("/v1/api-keys", wish(key), "outside-user-key")).status).toBe(201);
    const long = await call("/v1/api-keys", wish({ ...key, expires_in_days: 366 }));
    expect(await long.json()).toMatchObject({ detail: [{ loc: ["body", "expires_in_days"] }] });
  });

  test("changes and exports a project by its UUID alone", async () => {
    expect((await call("/v1/labeling-projects/support-answers")).status).toBe(200);
    const change = { method: "PATCH", body: JSON.stringify({ status: "archived" }) };
    expect((await call("/v1/labeling-projects/support-answers", change)).status).toBe(422);
    expect((await call("/v1/labeling-projects/support-answers/export")).status).toBe(422);
    const path = "/v1/labeling-projects/497f6eca-6276-4993-bfeb-000000001388";
    expect(await (await call(path, change)).json()).toMatchObject({ detail: [{ loc: ["body", "status"] }] });
  });

  test("leaves out what `fields` does not name, and refuses what is no list", async () => {
    const list = async (query: string): Promise<unknown> => (await call(`/v1/conversations?limit=1&${query}`)).json();
    expect(await list("fields=(id)")).toMatchObject({ items: [{ id: "497f6eca-6276-4993-bfeb-000000000000" }] });
    const left = await list("embed=(messages)&fields=!(tags,messages(parts,role))");
    expect(left).not.toHaveProperty("items.0.tags");
    expect(left).not.toHaveProperty("items.0.messages.0.parts");
    expect(left).toHaveProperty("items.0.messages.0.sequence_number");
    expect(await list("fields=id")).toMatchObject({ detail: [{ loc: ["query", "fields"] }] });
  });
});
