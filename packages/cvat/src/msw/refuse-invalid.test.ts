import type { RequestFault } from "@labelwire/core/msw";
import { describe, expect, test } from "vitest";
import { refuseInvalid } from "./refuse-invalid.ts";

const fault = (place: RequestFault["place"], pointer: string, message = "must be present"): RequestFault => ({
  place,
  pointer,
  reason: "invalid",
  message,
});

describe("refuseInvalid", () => {
  test("nests messages as the body is, and gathers those of one place", () => {
    const faults = [
      fault("body", ""),
      fault("body", "/name", "one"),
      fault("body", "/name", "two"),
      fault("body", "/labels/0/name"),
      fault("body", "/labels/1"),
    ];
    expect(refuseInvalid(faults)).toEqual({
      status: 400,
      body: {
        non_field_errors: ["must be present"],
        name: ["one", "two"],
        labels: { "0": { name: ["must be present"] }, "1": ["must be present"] },
      },
    });
  });

  test("a path that leads nowhere is not found, and a wrong parameter is said in a list", () => {
    expect(refuseInvalid([fault("path", "/id")])).toEqual({ status: 404, body: { detail: "Not found." } });
    expect(refuseInvalid([fault("query", "/page")])).toEqual({ status: 400, body: ["query/page: must be present"] });
  });

  test("a member named __proto__ is a member and pollutes nothing", () => {
    refuseInvalid([fault("body", "/__proto__/polluted")]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});
