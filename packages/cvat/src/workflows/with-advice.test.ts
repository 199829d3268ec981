import { ApiError, isApiError, isNetworkError, isTimeoutError, NetworkError, TimeoutError } from "@labelwire/core";
import { expect, test } from "vitest";
import { withAdvice } from "./with-advice.ts";

const operation = "tasks_create_annotations";
const advice = "Import again.";

test("an error keeps its kind and its members, says more, and is the cause", () => {
  const refused = new ApiError({
    operation,
    message: "It is away.",
    status: 502,
    requestId: "r-1",
    retryAfterMs: 5,
    body: "<h1>Bad gateway</h1>",
  });
  const broken = new NetworkError({ operation, message: "the connection broke", code: "ECONNRESET", attempts: 1 });
  const late = new TimeoutError({ operation, message: "It took too long.", timeoutMs: 9, phase: "attempt" });

  const [told, brokenTold, lateTold] = [refused, broken, late].map((error) => withAdvice(error, advice));
  expect(isApiError(told)).toBe(true);
  expect(told).toMatchObject({ operation, status: 502, requestId: "r-1", retryAfterMs: 5, body: refused.body });
  expect(told).toMatchObject({ message: "It is away. Import again.", cause: refused });
  expect(isNetworkError(brokenTold)).toBe(true);
  expect(brokenTold).toMatchObject({ operation, code: "ECONNRESET", attempts: 1, cause: broken });
  expect(brokenTold?.message).toBe("the connection broke. Import again.");
  expect(isTimeoutError(lateTold)).toBe(true);
  expect(lateTold).toMatchObject({ operation, timeoutMs: 9, phase: "attempt", cause: late });
});
