import { ApiError, LabelwireError, NetworkError } from "@labelwire/core";
import { expect, test } from "vitest";
import { attachFailure } from "./attach-failure.ts";

const first = (): NetworkError => new NetworkError({ message: "the answer was lost" });

test("the first error stays the one that is thrown, and tells the second", () => {
  const later = new ApiError({ operation: "requests_list", message: "it is away", status: 503, body: "" });
  const error = first();
  expect(attachFailure(error, later)).toBe(error);
  expect(error.suppressed).toBe(later);
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ suppressed: { name: "ApiError", status: 503 } });
});

test("what is no error of ours becomes one, and takes nothing of its own into a log", () => {
  const later = Object.assign(new Error("quota exceeded"), { headers: { authorization: "secret" } });
  const error = first();
  attachFailure(error, later);
  expect(error.suppressed).toBeInstanceOf(LabelwireError);
  expect(error.suppressed?.cause).toBe(later);
  expect(JSON.stringify(error)).toContain("quota exceeded");
  expect(JSON.stringify(error)).not.toContain("secret");
});

test("the reason of a caller's signal stays as it is", () => {
  for (const reason of ["enough", undefined, Object.freeze(new Error("enough"))]) {
    expect(attachFailure(reason, first())).toBe(reason);
  }
});
