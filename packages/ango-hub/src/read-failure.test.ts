import { describe, expect, test } from "vitest";
import { readFailure } from "./read-failure.ts";

const success = new Response(null, { status: 200 });
const refusal = new Response(null, { status: 400 });

describe("a failure", () => {
  test.each(["fail", "error"])("is told by status %j, inside HTTP 200 too", (status) => {
    const failure = { message: "No such project", code: status, details: undefined };
    expect(readFailure({ status, message: "No such project" }, refusal)).toEqual(failure);
    expect(readFailure({ status, message: "No such project" }, success)).toEqual(failure);
  });

  test("is told by error.statusCode, which becomes the code", () => {
    const error = { statusCode: 422, message: "Bad file" };
    expect(readFailure({ error }, success)).toEqual({ message: "Bad file", code: 422, details: error });
  });

  test("keeps data as details", () => {
    const body = { status: "fail", message: "Validation", data: { name: "is required" } };
    expect(readFailure(body, refusal)?.details).toEqual({ name: "is required" });
  });

  test("without a message says so", () => {
    expect(readFailure({ status: "error" }, success)?.message).toBe("a failure without a message");
    expect(readFailure({ status: "error", message: " " }, refusal)?.message).toBe("a failure without a message");
  });

  test("of a gateway is read from message alone", () => {
    expect(readFailure({ message: "Forbidden" }, refusal)?.message).toBe("Forbidden");
  });
});

describe("no failure", () => {
  test.each([
    { status: "success", data: { tasks: [] } },
    { message: "done" },
    { error: "a string" },
    { error: null },
    [],
    null,
    "text",
  ])("is seen in the success %j", (body) => {
    expect(readFailure(body, success)).toBeUndefined();
  });

  test.each([null, "text", {}, { message: 7 }])("is read from the refusal %j, which says nothing", (body) => {
    expect(readFailure(body, refusal)).toBeUndefined();
  });
});
