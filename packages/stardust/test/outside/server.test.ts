import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createStardustClient, unwrap } from "@labelwire/stardust";
import { createStardustHelixClient } from "@labelwire/stardust/helix";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { OutsideServer } from "../../../../scripts/test-outside/outside-server.ts";
import { callEveryHelixOperation, callEveryOperation } from "../operation-calls.ts";
import { genericRoutes } from "./generic-routes.ts";
import { helixRoutes } from "./helix-routes.ts";
import { startServer } from "./server.ts";

let server: OutsideServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.close());

function sign(now: number, secret = server.environment["STARDUST_SECRET_KEY"]): Record<string, string> {
  const key = server.environment["STARDUST_ACCESS_KEY"] ?? "";
  const signature = createHash("md5")
    .update(`${now}&${secret ?? ""}&${key}`)
    .digest("hex");
  return { "x-stardust-key": key, "x-ts": String(now), "x-sign": signature, "content-type": "application/json" };
}

/** The operations of an interface, as `"METHOD /path"`. */
function operationsOf(file: string): string[] {
  const specification = readFileSync(new URL(`../../../../specs/stardust/${file}`, import.meta.url), "utf8");
  const operations: string[] = [];
  let path = "";
  for (const line of specification.slice(specification.indexOf("\npaths:")).split("\n")) {
    path = /^ {2}(\/.*):$/.exec(line)?.[1] ?? path;
    const method = /^ {4}(get|post):$/.exec(line)?.[1];
    if (method !== undefined) operations.push(`${method.toUpperCase()} ${path}`);
  }
  return operations;
}

function prefixed<Call>(set: string, calls: Readonly<Record<string, Call>>): Record<string, Call> {
  return Object.fromEntries(Object.entries(calls).map(([name, call]) => [`${set} ${name}`, call]));
}

async function post(path: string, body: string, headers = sign(Date.now())): Promise<string> {
  const address = server.origins["https://portal-prod.rosettalab.top"] ?? "";
  return (await fetch(`${address}/rosetta-open${path}`, { method: "POST", body, headers })).text();
}

describe("the platform a second time", () => {
  test.each([
    ["generic", "openapi.yaml", 16, genericRoutes],
    ["Helix", "helix/openapi.yaml", 25, helixRoutes],
  ])("knows every operation of the %s set, and no other", (_, file, count, routes) => {
    const operations = operationsOf(file);
    expect(operations).toHaveLength(count);
    expect(Object.keys(routes).sort()).toEqual(operations.sort());
  });

  test("answers every operation of both sets, in the order in which one would call them", async () => {
    const connection = {
      baseUrl: `${server.origins["https://portal-prod.rosettalab.top"] ?? ""}/rosetta-open`,
      auth: {
        accessKey: server.environment["STARDUST_ACCESS_KEY"],
        secretKey: server.environment["STARDUST_SECRET_KEY"],
      },
    };
    const calls = {
      ...prefixed("generic", callEveryOperation(createStardustClient(connection))),
      ...prefixed("helix", callEveryHelixOperation(createStardustHelixClient(connection))),
    };
    const failures: unknown[] = [];
    for (const [name, call] of Object.entries(calls)) {
      await unwrap(call()).catch((error: unknown) => failures.push([name, String(error)]));
    }
    expect(failures).toEqual([]);
    expect(Object.keys(calls)).toHaveLength(41);
  });

  test.each([
    ["a wrong signature", 0, "other", 401],
    ["an old signature", -600_000, undefined, 403],
  ])("refuses %s inside HTTP 200", async (_, age, secret, code) => {
    const answer = await post("/folder/create", '{"name":"x"}', sign(Date.now() + age, secret));
    expect(JSON.parse(answer)).toMatchObject({ code, success: false, data: null });
  });

  test("takes ids as integers alone, and writes them with all their digits", async () => {
    const list = { status: 1, startTime: 0, endTime: 1_800_000_000_000 };
    const body = (id: string): string =>
      JSON.stringify({ ...list, projectId: 0 }).replace('"projectId":0', `"projectId":${id}`);
    expect(await post("/project/tasks", body("358183635683250176"))).toContain('"projectId":358183635683250176,');
    expect(await post("/task/get", '{"projectId":1.5,"taskId":"1"}')).toContain('"code":400');
  });
});
