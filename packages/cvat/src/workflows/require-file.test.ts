import { isDecodeError } from "@labelwire/core";
import { expect, test } from "vitest";
import { requireFile } from "./require-file.ts";

const operation = "tasks_retrieve_data";

function answer(headers: Record<string, string>, status = 200): Response {
  return new Response(status === 204 ? null : new Uint8Array(7), { status, headers });
}

test.each<[string, Record<string, string>]>([
  ["a picture", { "content-type": "image/jpeg" }],
  ["an archive", { "content-type": "application/zip", "content-disposition": 'attachment; filename="a.zip"' }],
  ["what has no type", {}],
  ["JSON that is sent as a file", { "content-type": "application/json", "content-disposition": "attachment" }],
  [
    "text that is sent as a file",
    { "content-type": "text/csv", "content-disposition": 'Attachment; filename="a.csv"' },
  ],
])("%s is a file", (_name, headers) => {
  const response = answer(headers);
  expect(requireFile(response, operation)).toBe(response);
});

test.each<[string, Record<string, string>, number, string]>([
  ["a page", { "content-type": "text/html; charset=utf-8" }, 200, "and text/html, where"],
  [
    "a page in disguise",
    { "content-type": " TEXT/HTML", "content-disposition": "attachment" },
    200,
    "and text/html, where",
  ],
  ["JSON", { "content-type": "application/vnd.cvat+json" }, 200, "and application/vnd.cvat+json, where"],
  ["JSON to look at", { "content-type": "application/json", "content-disposition": "inline" }, 200, "application/json"],
  ["text", { "content-type": "text/plain" }, 200, "and text/plain, where"],
  ["nothing", { "content-type": "image/jpeg", "content-length": "0" }, 200, "and no bytes, where"],
  ["a status that says so", {}, 204, "with status 204 and no bytes, where"],
])("%s is none", (_name, headers, status, problem) => {
  let error: unknown;
  try {
    requireFile(answer(headers, status), operation);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toSatisfy(isDecodeError);
  expect(error).toMatchObject({ operation, status });
  expect(String(error)).toContain(problem);
  expect(String(error)).toContain("Check baseUrl");
});
