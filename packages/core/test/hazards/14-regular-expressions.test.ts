import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { cpuMs } from "../../../../scripts/testing/cpu-ms.ts";
import { findExpressions } from "../../../../scripts/testing/find-expressions.ts";
import { findSlowExpressions } from "../../../../scripts/testing/find-slow-expressions.ts";
import { quickestRun } from "../../../../scripts/testing/quickest-run.ts";
import { createSubjectClient } from "./subject-client.ts";
import { subject } from "./subject.ts";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const isNaive = process.env["LABELWIRE_SUBJECT"] === "naive";
const sources = isNaive ? "packages/core/test/hazards/naive/*.ts" : "packages/core/src/**/*.ts";

/** What the checker cannot see is harmless, and why it is. */
const harmless: Readonly<Record<string, string>> = {
  "packages/core/src/excerpt.ts": "its repetitions are bounded, and so is the text; excerpt.test.ts measures it",
  "packages/core/src/summarize-text.ts": "its repetitions are bounded; excerpt.test.ts measures it",
  "packages/core/src/resolve-base-url.ts": "reads the user's own base URL",
  "packages/core/src/msw/base-urls.ts": "reads the user's own base URL",
  "packages/core/src/msw/validate.ts": "made of a pattern in the specification that the mock was generated from",
};

test("every regular expression of the core is linear in the text it reads", () => {
  const found = findExpressions(root, sources);
  expect(found.length).toBeGreaterThan(isNaive ? 0 : 50);
  expect(findSlowExpressions(found.filter(({ file }) => !(file in harmless)))).toEqual([]);
}, 300_000);

/** 100 kB for each header that is read, of what makes a careless pattern look back again and again. */
const headers: readonly (readonly [name: string, value: string, status?: number])[] = [
  ["content-disposition", "attachment; " + "filename".repeat(12_500)],
  ["content-disposition", "attachment; filename=" + '"'.repeat(100_000)],
  ["content-disposition", "attachment; filename*=UTF-8''" + "%".repeat(100_000)],
  ["content-disposition", "attachment" + "; ".repeat(50_000)],
  ["content-type", "application/json" + "; charset".repeat(11_000)],
  ["content-type", "text/html;" + " ".repeat(100_000) + "x"],
  ["content-length", "1".repeat(100_000)],
  ["content-range", "bytes " + "0".repeat(100_000), 206],
  ["etag", '"' + "\\".repeat(100_000)],
  ["last-modified", "Sun, ".repeat(20_000)],
  ["x-request-id", " a".repeat(50_000)],
  ["location", "/".repeat(100_000), 302],
  ["retry-after", "1".repeat(100_000), 429],
  ["retry-after", "Sun, 06 Nov 1994 ".repeat(5_800), 503],
  ["www-authenticate", 'Bearer realm="'.repeat(7_000), 401],
];

test("100 kB in any header that is read take under 50 ms", async () => {
  const slow: (readonly [name: string, start: string, elapsedMs: number])[] = [];
  for (const [name, value, status = 200] of headers) {
    // Handed over without a connection: Node reads no more than 16 kB of headers, other runtimes read what comes.
    const answer = async (): Promise<Response> => new Response("[]", { status, headers: { [name]: value } });
    const readAll = async (): Promise<void> => {
      const client = createSubjectClient({ baseUrl: "https://acme.example", fetch: answer, retry: false });
      await client.GET("/pets").catch(() => undefined);
      await subject.download((request) => client.fetch("/export", request)).catch(() => undefined);
    };
    const quickest = await quickestRun(50, () => cpuMs(readAll));
    if (quickest >= 50) slow.push([name, value.slice(0, 30), quickest]);
  }
  expect(slow).toEqual([]);
}, 60_000);
