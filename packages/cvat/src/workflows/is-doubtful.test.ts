import { ApiError, DecodeError, NetworkError, TimeoutError } from "@labelwire/core";
import { expect, test } from "vitest";
import { isDoubtful } from "./is-doubtful.ts";

const message = "it failed";
const answered = (status: number): ApiError =>
  new ApiError({ operation: "tasks_create_data", message, status, body: "" });

test.each([
  ["a server's error", answered(502), true],
  ["a refusal", answered(400), false],
  ["a broken connection", new NetworkError({ message, code: "ECONNRESET" }), true],
  ["a broken connection whose reason is hidden", new NetworkError({ message }), true],
  ["a connection that was never made", new NetworkError({ message, code: "ECONNREFUSED" }), false],
  ["a certificate that was refused", new NetworkError({ message, code: "DEPTH_ZERO_SELF_SIGNED_CERT" }), false],
  ["an answer that never came", new TimeoutError({ message, timeoutMs: 5, phase: "attempt" }), true],
  ["another server's answer", new DecodeError({ message, status: 200, mediaType: "", excerpt: "" }), false],
  ["the reason of a signal", "enough", false],
])("%s leaves a doubt whether the work was begun: %#", (_name, error, expected) => {
  expect(isDoubtful(error)).toBe(expected);
});
