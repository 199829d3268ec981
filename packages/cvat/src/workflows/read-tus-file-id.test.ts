import { expect, test } from "vitest";
import { readTusFileId } from "./read-tus-file-id.ts";

const id = "1_0f8fad5b-d9cb-469f-a165-70867728950e";

test.each([
  [`http://cvat-server:8080/api/tasks/7/data/${id}`],
  [`https://app.example/cvat/api/tasks/7/data/${id}/`],
  [`/api/tasks/7/data/${id}`],
  [`//elsewhere.example/${id}?x=1#y`],
])("%s", (location) => {
  expect(readTusFileId(location)).toBe(id);
});

test.each([
  null,
  "",
  "/",
  "http://[",
  "https://evil.test/",
  "/api/tasks/7/data/",
  "/a/..%2f..%2fusers",
  "javascript:alert(1)",
])("%s has none", (location) => {
  expect(readTusFileId(location)).toBeUndefined();
});
