import { expect, test } from "vitest";
import { checkAccept } from "./check-accept.ts";

// Each as the server of 2.73 was seen to answer.
test.each(["application/json", "Application/JSON; charset=utf-8", "application/json, text/plain"])(
  "%j, to which the server answers 406, is refused",
  (accept) => {
    expect(() => checkAccept(accept)).toThrow(
      expect.objectContaining({ name: "ConfigError", option: "headers.accept" }),
    );
  },
);

test.each([
  null,
  "*/*",
  "application/*",
  "application/vnd.cvat+json",
  "application/vnd.cvat+json; version=2.0",
  "application/json, text/plain, */*",
  "application/json, application/vnd.cvat+json;q=0.9",
  "image/png",
])("%j is let through", (accept) => {
  expect(() => checkAccept(accept)).not.toThrow();
});
