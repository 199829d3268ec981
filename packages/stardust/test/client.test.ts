import {
  ApiError,
  createStardustClient,
  hasErrorCode,
  stardustErrorCodes,
  unwrap,
  type Schema,
  type StardustClient,
  type StardustErrorCode,
} from "@labelwire/stardust";
import { createFolder, getTask, listTask } from "@labelwire/stardust/operations";
import { readFileSync } from "node:fs";
import { describe, expect, expectTypeOf, test } from "vitest";
import { failure, startServer, success, type TestServer } from "./start-server.ts";

const auth = { accessKey: "AKADA", secretKey: "secret-of-ada" };

function connect(server: TestServer): StardustClient {
  return createStardustClient({ baseUrl: `${server.origin}/rosetta-open`, auth, retry: false });
}

describe("a call", () => {
  test("answers with the envelope, typed, by path and by operation function", async () => {
    const server = await startServer(() => success('{"taskId":"358183635595169792","status":9,"result":null}'));
    const stardust = connect(server);
    const body = { projectId: 3184, taskId: "358183635595169792" };
    const answered = await unwrap(getTask(stardust, { body }));
    expect(answered.data).toEqual({ taskId: "358183635595169792", status: 9, result: null });
    expectTypeOf(answered.data).toEqualTypeOf<Schema<"Task">>();
    expect(answered.requestId).toBe("77bdf4cd17159398");
    const { data } = await stardust.POST("/task/get", { body });
    expect(data?.data.taskId).toBe("358183635595169792");
    expect(server.requests.map(({ target }) => target)).toEqual(["/rosetta-open/task/get", "/rosetta-open/task/get"]);
  });

  test("goes to the hosted server by default", () => {
    expect(createStardustClient().baseUrl).toBe("https://portal-prod.rosettalab.top/rosetta-open");
    expect(() => createStardustClient({ baseUrl: "https://a.test", server: "hosted" })).toThrow(/server/);
    // @ts-expect-error Stardust has no such scope
    expect(() => createStardustClient({ workspace: "acme" })).toThrow(/workspace/);
  });

  test("that reads is repeated after a failure that may pass, though it is a POST", async () => {
    const server = await startServer((_, { requests }) =>
      requests.length === 1 ? { status: 502 } : success({ count: 0, data: [] }),
    );
    const stardust = createStardustClient({ baseUrl: server.origin, auth, random: () => 0.001 });
    const body = { projectId: 12, status: 1, startTime: 0, endTime: 1_700_000_000_000 };
    await unwrap(listTask(stardust, { body }));
    expect(server.requests).toHaveLength(2);
  });

  test("that writes is not", async () => {
    const server = await startServer(() => ({ status: 502 }));
    const stardust = createStardustClient({ baseUrl: server.origin, auth, random: () => 0.001 });
    const { error } = await createFolder(stardust, { body: { name: "cats" } });
    expect(error?.status).toBe(502);
    expect(server.requests).toHaveLength(1);
  });
});

describe("a failure inside HTTP 200", () => {
  test("is an ApiError in both styles, with code, message and requestId", async () => {
    const server = await startServer(() => failure(5836, "Duplicate folder name"));
    const { data, error, response } = await createFolder(connect(server), { body: { name: "cats" } });
    expect([data, response.ok]).toEqual([undefined, true]);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 200, code: 5836, requestId: "77bdf4cd17159399", operation: "create_folder" });
    expect(error?.message).toBe("Stardust answered 200 OK with a failure to create_folder: Duplicate folder name");
    await expect(unwrap(createFolder(connect(server), { body: { name: "cats" } }))).rejects.toMatchObject({
      code: 5836,
    });
  });

  test.each<[name: string, envelope: object, code: number | undefined]>([
    ["success: false beside a code of success", { code: 200, success: false, message: "no" }, 200],
    ["a failing code alone", { code: 500, message: "Server Error" }, 500],
    ["a failing code as text", { code: "5000", message: "no" }, 5000],
    ["success: false alone", { success: false }, undefined],
    ["a code that nobody knows", { code: 9999, success: true, message: "?" }, 9999],
  ])("is %s", async (_, body, code) => {
    const server = await startServer(() => ({ body }));
    const { error } = await createFolder(connect(server), { body: { name: "cats" } });
    expect(error).toMatchObject({ status: 200 });
    expect(error?.code).toBe(code);
  });

  test.each([200, 2000])("is none with the code %i", async (code) => {
    const server = await startServer(() => success({ folderId: 1 }, code));
    const { data } = await unwrap(createFolder(connect(server), { body: { name: "cats" } }));
    expect(data.folderId).toBe("1");
  });

  test("an HTTP error without an envelope says what it is", async () => {
    const server = await startServer(() => ({
      status: 504,
      headers: { "content-type": "text/html" },
      body: "<title>Gateway</title>",
    }));
    const { error } = await createFolder(connect(server), { body: { name: "cats" } });
    expect(error).toMatchObject({ status: 504 });
    expect(error?.message).toContain("Stardust answered 504");
  });
});

describe("the documented codes", () => {
  test("narrow an error's code", async () => {
    const server = await startServer(() => failure(5836, "Duplicate folder name"));
    const { error } = await createFolder(connect(server), { body: { name: "cats" } });
    if (!hasErrorCode(error, 5836, 5801)) throw new Error("another error was expected");
    expectTypeOf(error.code).toEqualTypeOf<5836 | 5801>();
    expect([hasErrorCode(error, 5801), hasErrorCode(new Error("5836"), 5836)]).toEqual([false, false]);
    // @ts-expect-error there is no such code
    expect(hasErrorCode(error, 1)).toBe(false);
    expectTypeOf<400>().toExtend<StardustErrorCode>();
  });

  test("are those that the interface names, at the least", () => {
    const interfaceText = readFileSync(new URL("../../../specs/stardust/openapi.yaml", import.meta.url), "utf8");
    const named = [...interfaceText.matchAll(/^ {8}"(\d+)":/gm)].map(([, code]) => code);
    expect(named.length).toBeGreaterThan(10);
    expect(Object.keys(stardustErrorCodes)).toEqual(
      expect.arrayContaining([...new Set(named)].filter((code) => code !== "200")),
    );
  });
});
