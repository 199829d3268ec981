import { writeZip } from "@labelwire/core/msw";
import { expect, test } from "vitest";
import { readArchiveFault } from "./read-archive-fault.ts";

const zip = writeZip([{ name: "front/1.jpg", content: "a cat" }]);
// Parts of one buffer, so that the test needs no 100 MB.
const part = new Blob([new Uint8Array(1_048_576)]);

test.each<[name: string, file: unknown, code: number | undefined]>([
  ["no file", undefined, 5707],
  ["an empty file", new Blob([]), 5707],
  ["a file over 100 MB", new Blob([zip, ...Array.from({ length: 100 }, () => part)]), 5708],
  ["a file that is no ZIP", new Blob(["a,b,c"]), 5709],
  ["a ZIP file without files", new Blob([writeZip([])]), 5710],
  ["a ZIP file", new Blob([zip]), undefined],
])("%s", async (_, file, code) => {
  expect(await readArchiveFault(file)).toBe(code);
});
