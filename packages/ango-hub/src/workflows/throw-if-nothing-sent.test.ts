import { ConfigError, NetworkError } from "@labelwire/core";
import { expect, test } from "vitest";
import { throwIfNothingSent } from "./throw-if-nothing-sent.ts";

const mistake = { error: new ConfigError({ option: "auth.apiKey", message: "auth.apiKey is missing" }) };
const reset = { error: new NetworkError({ message: "reset", code: "ECONNRESET", attempts: 1 }) };

test("throws a mistake that nothing got past, and leaves everything else to the report", () => {
  expect(() => throwIfNothingSent(0, [mistake, mistake])).toThrow(mistake.error);
  expect(() => throwIfNothingSent(1, [mistake])).not.toThrow();
  expect(() => throwIfNothingSent(0, [mistake, reset])).not.toThrow();
  expect(() => throwIfNothingSent(0, [])).not.toThrow();
});
