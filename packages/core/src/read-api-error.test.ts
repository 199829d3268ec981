import { describe, expect, expectTypeOf, test } from "vitest";
import { inspect } from "node:util";
import { systemClock } from "./clock.ts";
import type { ApiError } from "./errors.ts";
import type { Failure } from "./platform.ts";
import { readApiError } from "./read-api-error.ts";

const call = {
  definition: {
    platform: "acme",
    title: "Acme",
    servers: {},
    auth: [],
    requestIdHeaders: ["x-trace", "x-request-id"],
    readFailure: (body: unknown): Failure | undefined => {
      if (typeof body !== "object" || body === null || !("status" in body) || body.status !== "fail") return undefined;
      const { message, code, details, requestId } = body as unknown as Failure;
      return { message, code, details, requestId };
    },
  },
  operation: "getPet",
  attempts: 1,
  secrets: () => ["canary-2f7a91"],
  clock: systemClock,
};

function read(body: unknown, init: ResponseInit = {}): ApiError | undefined {
  return readApiError(call, new Response(null, init), body);
}

describe("readApiError", () => {
  test("finds none in a success", () => {
    expectTypeOf(read).returns.toEqualTypeOf<ApiError | undefined>();
    expect(read({ status: "success" })).toBeUndefined();
    expect(read(undefined)).toBeUndefined();
  });

  test("tells what the platform says", () => {
    const error = read(
      { status: "fail", message: "No such pet", code: 5001, details: { petId: ["unknown"] } },
      { status: 404, statusText: "Not Found", headers: { "x-request-id": "r-1" } },
    );
    expect(error).toMatchObject({
      name: "ApiError",
      message: "Acme answered 404 Not Found to getPet: No such pet",
      status: 404,
      code: 5001,
      requestId: "r-1",
      details: { petId: ["unknown"] },
      operation: "getPet",
    });
    expect(error?.body).toMatchObject({ status: "fail" });
  });

  test("finds a business failure inside HTTP 200", () => {
    const error = read({ status: "fail", message: "Quota used up", code: "quota" });
    expect(error).toMatchObject({
      status: 200,
      code: "quota",
      message: "Acme answered 200 with a failure to getPet: Quota used up",
    });
  });

  test.each<[string, unknown, ResponseInit, string]>([
    ["an empty body", "", { status: 404, statusText: "Not Found" }, "Acme answered 404 Not Found to getPet"],
    ["no reason phrase", "", { status: 404 }, "Acme answered 404 Not Found to getPet"],
    ["a status nobody knows", "", { status: 499 }, "Acme answered 499 to getPet"],
    [
      "an HTML page",
      "<html><title>Bad gateway</title><body>nginx",
      { status: 502, statusText: "Bad Gateway" },
      "Acme answered 502 Bad Gateway to getPet: Bad gateway",
    ],
    [
      "an HTML page without a title",
      "<html><body>nginx",
      { status: 503 },
      "Acme answered 503 Service Unavailable to getPet",
    ],
    [
      "text",
      "upstream is down\nat proxy",
      { status: 500 },
      "Acme answered 500 Internal Server Error to getPet: upstream is down",
    ],
    ["JSON of another shape", { detail: "x" }, { status: 500, statusText: "Oops" }, "Acme answered 500 Oops to getPet"],
    [
      "a refused credential",
      { status: "fail", message: "Bad key" },
      { status: 401 },
      "Acme answered 401 Unauthorized to getPet: Bad key (check the credential in `auth`)",
    ],
  ])("says something readable of %s", (_, body, init, message) => {
    expect(read(body, init)?.message).toBe(message);
  });

  test("takes the request's id from the first header there is, else from the body", () => {
    const headers = { "x-trace": "t-1", "x-request-id": "r-1" };
    expect(read("", { status: 500, headers })?.requestId).toBe("t-1");
    expect(read({ status: "fail", message: "m", requestId: "b-1" }, { status: 500 })?.requestId).toBe("b-1");
    expect(read("", { status: 500 })?.requestId).toBeUndefined();
  });

  test("carries what the server asked to wait", () => {
    expect(read("", { status: 429, headers: { "retry-after": "3" } })?.retryAfterMs).toBe(3_000);
  });

  test("blanks every echo of the credential", () => {
    const echo = { status: "fail", message: "canary-2f7a91 is no key", code: "c", details: { key: ["canary-2f7a91"] } };
    for (const status of [200, 401]) {
      const error = read(echo, { status, statusText: "canary-2f7a91" });
      expect(error?.details).toEqual({ key: ["[redacted]"] });
      const shown = [
        error?.stack,
        inspect(error, { depth: 9, showHidden: true }),
        JSON.stringify(error),
        JSON.stringify(error?.body),
      ];
      expect(shown.join()).not.toContain("canary");
    }
    expect(echo.message).toContain("canary-2f7a91");
  });

  test("cuts a message that goes on and on", () => {
    expect(read({ status: "fail", message: "x".repeat(1e6) }, { status: 400 })?.message.length).toBeLessThan(1_200);
  });

  test("copes with a body nested beyond reason", () => {
    const body = JSON.parse(
      `{"status":"fail","message":"deep","details":${"[".repeat(1e5)}${"]".repeat(1e5)}}`,
    ) as unknown;
    expect(read(body, { status: 400 })?.message).toBe("Acme answered 400 Bad Request to getPet: deep");
  });
});
