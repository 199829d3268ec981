import { describe, expect, test } from "vitest";
import { redactUrl } from "./redact-url.ts";

const origin = "https://acme.example";

describe("redactUrl", () => {
  test.each([
    ["https://acme.example/v1/pets?page=2&tag=a%26b", "https://acme.example/v1/pets?page=2&tag=a%26b"],
    [
      "https://acme.example/x?token=c&apiKey=c&X-Amz-Credential=c&sig=c&a=1",
      "https://acme.example/x?token=***&apiKey=***&X-Amz-Credential=***&sig=***&a=1",
    ],
    ["https://user:canary@acme.example/x#canary", "https://acme.example/x"],
    ["https://storage.example/file.zip?Expires=1&a=canary", "https://storage.example/file.zip?Expires=***&a=***"],
  ])("%s", (url, expected) => {
    expect(redactUrl(url, origin)).toBe(expected);
  });
});
