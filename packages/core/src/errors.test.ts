import { inspect } from "node:util";
import { describe, expect, expectTypeOf, test, vi } from "vitest";
import {
  ApiError,
  ConfigError,
  DecodeError,
  JobFailedError,
  JobTimeoutError,
  LabelwireError,
  NetworkError,
  TimeoutError,
  UploadError,
  isApiError,
  isConfigError,
  isDecodeError,
  isJobFailedError,
  isJobTimeoutError,
  isLabelwireError,
  isNetworkError,
  isTimeoutError,
  isUploadError,
} from "./errors.ts";

const message = "it failed";
const family: readonly [LabelwireError, string, (error: unknown) => boolean, object][] = [
  [
    new ApiError({ message, status: 404, body: {}, operation: "getPet" }),
    "ApiError",
    isApiError,
    { status: 404, operation: "getPet" },
  ],
  [
    new NetworkError({ message, code: "ECONNRESET", attempts: 3 }),
    "NetworkError",
    isNetworkError,
    { code: "ECONNRESET", attempts: 3 },
  ],
  [
    new TimeoutError({ message, timeoutMs: 5, phase: "total" }),
    "TimeoutError",
    isTimeoutError,
    { timeoutMs: 5, phase: "total" },
  ],
  [
    new DecodeError({ message, status: 200, mediaType: "text/html", excerpt: "<" }),
    "DecodeError",
    isDecodeError,
    { status: 200, mediaType: "text/html", excerpt: "<" },
  ],
  [new ConfigError({ message, option: "baseUrl" }), "ConfigError", isConfigError, { option: "baseUrl" }],
  [
    new JobFailedError({ message, jobId: "j", status: "failed" }),
    "JobFailedError",
    isJobFailedError,
    { jobId: "j", status: "failed" },
  ],
  [
    new JobTimeoutError({ message, jobId: "j", timeoutMs: 5 }),
    "JobTimeoutError",
    isJobTimeoutError,
    { jobId: "j", timeoutMs: 5 },
  ],
  [
    new UploadError({ message, fileName: "a", uploadedBytes: 0 }),
    "UploadError",
    isUploadError,
    { fileName: "a", uploadedBytes: 0 },
  ],
];

describe("the family", () => {
  test.each(family)("%s", (error, name, guard, members) => {
    expect(error).toBeInstanceOf(LabelwireError);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe(name);
    expect(error.stack).toMatch(new RegExp(`^${name}: ${message}\n`));
    expect(inspect(error)).toMatch(new RegExp(`^${name}: ${message}\n`));
    expect(JSON.parse(JSON.stringify(error))).toEqual({ name, message, ...members });
    expect(isLabelwireError(error)).toBe(true);
    expect(family.filter(([other]) => guard(other)).map(([other]) => other)).toEqual([error]);
  });

  test("guards know errors of another copy of the package", async () => {
    vi.resetModules();
    const copy = await import("./errors.ts");
    const error = new copy.ApiError({ message, status: 404, body: 1, operation: "getPet" });
    expect(error).not.toBeInstanceOf(ApiError);
    expect(isApiError(error)).toBe(true);
    expect(copy.isConfigError(new ConfigError({ message, option: "x" }))).toBe(true);
    expect(isConfigError(error)).toBe(false);
  });

  test.each([undefined, null, "ApiError", 5, {}, new Error(message), { name: "ApiError" }])(
    "%s is not one",
    (value) => {
      expect(isApiError(value)).toBe(false);
      expect(isLabelwireError(value)).toBe(false);
    },
  );

  test("guards narrow", () => {
    const error: unknown = family[0]?.[0];
    if (!isApiError(error)) throw new Error("expected an ApiError");
    expectTypeOf(error).toEqualTypeOf<ApiError>();
    expectTypeOf(error.body).toBeUnknown();
    expectTypeOf(error.operation).toBeString();
    expect(error.body).toEqual({});
  });

  test("a subclass of a user keeps the brand, and the name can be changed as that of any error", () => {
    class QuotaError extends ApiError {}
    const error: Error = new QuotaError({ message, status: 429, body: null, operation: "getPet" });
    error.name = "QuotaError";
    expect(error.name).toBe("QuotaError");
    expect(isApiError(error)).toBe(true);
  });
});

describe("what errors show", () => {
  test("the body of an ApiError is there for code, and not for logs", () => {
    const error = new ApiError({ message, status: 400, body: { private: "canary" }, operation: "getPet" });
    expect(error.body).toEqual({ private: "canary" });
    expect(inspect(error, { depth: 9 })).not.toContain("canary");
    expect(JSON.stringify(error)).not.toContain("canary");
    expect(Object.keys(error)).not.toContain("body");
  });

  test("a cause is kept, and left out of JSON", () => {
    const cause = new Error("deeper");
    const error = new NetworkError({ message, cause });
    expect(error.cause).toBe(cause);
    expect(JSON.stringify(error)).not.toContain("deeper");
    expect("cause" in new NetworkError({ message })).toBe(false);
  });

  test("members that are not known are absent", () => {
    const error = new ApiError({
      message,
      status: 404,
      body: null,
      operation: "x",
      code: undefined,
      requestId: undefined,
    });
    expect(Object.keys(error).sort()).toEqual(["operation", "status"]);
  });
});
