import specification from "@labelwire/cvat/openapi.json" with { type: "json" };
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { routes } from "./find-route.ts";
import { bearer, readJson, startCaller } from "./start-caller.ts";

describe("who may call", () => {
  test("a 401 names the first way to sign in, whatever was tried", async () => {
    const call = await startCaller();
    for (const authorization of ["", "Bearer wrong", "Token wrong", `Basic ${btoa("ada:wrong")}`]) {
      const response = await call("/api/tasks", { headers: { authorization } });
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toBe("Token");
      expect(await response.json()).toEqual({ detail: expect.any(String) as string });
    }
  });

  test("a session changes nothing without its second token", async () => {
    const call = await startCaller();
    const cookie = "sessionid=outside-session; csrftoken=outside-csrf-token";
    const body = { name: "birds" };
    const send = async (headers: Readonly<Record<string, string>>): Promise<number> =>
      (await call("/api/projects", { method: "POST", headers: { cookie, ...headers }, body })).status;
    const origin = "https://app.cvat.ai";
    expect(await send({})).toBe(403);
    expect(await send({ origin })).toBe(403);
    expect(await send({ origin, "x-csrftoken": "outside-csrf-token" })).toBe(201);
  });

  test("a session comes before a name and a password", async () => {
    const call = await startCaller();
    const headers = { cookie: "sessionid=other", authorization: `Basic ${btoa("ada:outside-password")}` };
    expect((await call("/api/tasks", { headers })).status).toBe(401);
  });

  test("somebody unknown is throttled where they may ask", async () => {
    const call = await startCaller();
    let response = await call("/api/server/about", { headers: {} });
    for (let count = 1; count < 101; count += 1) response = await call("/api/server/about", { headers: {} });
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "59"]);
    expect((await call("/api/server/about")).status).toBe(200);
  });
});

describe("what it is asked in", () => {
  test.each([
    [undefined, 200],
    ["*/*", 200],
    ["application/json, text/plain, */*", 200],
    ["application/vnd.cvat+json; version=2", 200],
    ["application/vnd.cvat+json; version=1.0", 406],
    ["application/json", 406],
  ])("Accept: %s is answered with %d", async (accept, status) => {
    const call = await startCaller();
    const response = await call("/api/server/about", { headers: accept === undefined ? {} : { accept } });
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/vnd.cvat+json");
  });

  test("its own media type is not one to send", async () => {
    const call = await startCaller();
    const headers = { ...bearer, "content-type": "application/vnd.cvat+json" };
    expect((await call("/api/projects", { method: "POST", headers, body: "{}" })).status).toBe(415);
  });

  test("a slash at the end matters where the schema has none", async () => {
    const call = await startCaller();
    expect((await call("/api/tasks/8/annotations")).status).toBe(200);
    expect((await call("/api/tasks/8/annotations/")).status).toBe(200);
    const page = await call("/api/tasks/8/");
    expect([page.status, page.headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
    expect((await call("/api/tasks/8", { method: "PUT" })).status).toBe(405);
  });
});

describe("organizations", () => {
  test("have three states, by slug, id or header", async () => {
    const call = await startCaller();
    const count = async (path: string, headers = {}): Promise<unknown> =>
      (await readJson(await call(path, { headers: { ...bearer, ...headers } })))["count"];
    expect(await count("/api/tasks")).toBe(542);
    expect(await count("/api/tasks?org=")).toBe(12);
    expect(await count("/api/tasks", { "x-organization": "" })).toBe(12);
    expect(await count("/api/tasks?org_id=1")).toBe(530);
    expect(await count("/api/tasks?org=acme", { "x-organization": "acme" })).toBe(530);
  });

  test("contradictions are lists, an unknown one a detail, and nonsense a page", async () => {
    const call = await startCaller();
    const ask = async (query: string): Promise<readonly [number, string]> => {
      const response = await call(`/api/tasks?${query}`, { headers: { ...bearer, "x-organization": "acme" } });
      return [response.status, await response.text()];
    };
    expect(await ask("org_id=1")).toEqual([400, expect.stringMatching(/^\["You cannot specify/) as string]);
    expect(await ask("org=beta")).toEqual([400, expect.stringMatching(/^\["/) as string]);
    const unknown = await call("/api/tasks?org=nope");
    expect([unknown.status, await unknown.json()]).toEqual([404, { detail: "nope organization does not exist." }]);
    expect((await call("/api/tasks?org_id=x")).status).toBe(500);
  });
});

describe("lists", () => {
  test("link absolutely, to where nobody outside comes", async () => {
    const call = await startCaller();
    const page = await readJson(await call("/api/tasks?page=2&page_size=0&org=acme"));
    expect(page["next"]).toBe("http://cvat-server:8080/api/tasks?page_size=0&org=acme&page=3");
    expect(page["previous"]).toBe("http://cvat-server:8080/api/tasks?page_size=0&org=acme");
    expect(page["results"]).toHaveLength(10);
    expect((await readJson(await call("/api/tasks?page=last")))["results"]).toHaveLength(2);
    expect((await readJson(await call("/api/tasks?page_size=all")))["results"]).toHaveLength(542);
    for (const wrong of ["0", "56", "abc"]) {
      const response = await call(`/api/tasks?page=${wrong}`);
      expect([response.status, await response.json()]).toEqual([404, { detail: "Invalid page." }]);
    }
  });

  test("are filtered by JSON Logic", async () => {
    const call = await startCaller();
    const filter = { and: [{ "<=": [3, { var: "id" }, 9] }, { "!": { "==": [{ var: "status" }, "completed"] } }] };
    const query = `filter=${encodeURIComponent(JSON.stringify(filter))}&sort=name&page_size=3`;
    const page = await readJson(await call(`/api/tasks?${query}`));
    expect(page).toMatchObject({ count: 6, results: [{ id: 3 }, { id: 4 }, { id: 5 }] });
    const refused = await call(`/api/tasks?filter=${encodeURIComponent('{"==":[{"var":"x"},1]}')}`);
    expect([refused.status, await refused.json()]).toEqual([400, ["filter: x is not a known field"]]);
  });
});

describe("the schema", () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(specification, "openapi");

  test.each([
    ["/api/server/about", "About"],
    ["/api/server/annotation/formats", "DatasetFormats"],
    ["/api/users/self", "User"],
    ["/api/auth/access_tokens/self", "AccessTokenRead"],
    ["/api/organizations", "PaginatedOrganizationReadList"],
    ["/api/projects/2", "ProjectRead"],
    ["/api/tasks", "PaginatedTaskReadList"],
    ["/api/jobs", "PaginatedJobReadList"],
    ["/api/labels?project_id=2", "PaginatedLabelList"],
    ["/api/tasks/8/annotations", "LabeledData"],
    ["/api/requests", "PaginatedRequestList"],
  ])("%s answers a %s", async (path, schema) => {
    const call = await startCaller();
    await call("/api/tasks/8/backup/export", { method: "POST" });
    const validate = ajv.compile({ $ref: `openapi#/components/schemas/${schema}` });
    validate(await readJson(await call(path)));
    expect(validate.errors).toBeNull();
  });

  test("has every route but those that it is known to hide", () => {
    const templates = new Map(Object.entries(specification.paths));
    const unknown = Object.keys(routes).filter((route) => {
      const [method = "", template = ""] = route.split(" ");
      const item = [...templates].find(([path]) => path === template)?.[1];
      return item === undefined || !(method.toLowerCase() in item);
    });
    const hidden = /^(?:HEAD|PATCH) .*\{file_id\}$|^GET .*\/download$|^GET \/api\/tasks\/\{id\}\/dataset$/;
    expect(unknown.filter((route) => !hidden.test(route))).toEqual([]);
  });
});
