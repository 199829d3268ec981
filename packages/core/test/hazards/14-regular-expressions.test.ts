import { fileURLToPath } from "node:url";
import { checkSync } from "recheck";
import { expect, test, vi } from "vitest";
import { findExpressions, type FoundExpression } from "./regular-expressions.ts";
import { createSubjectClient } from "./subject-client.ts";
import { subject } from "./subject.ts";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const isNaive = process.env["LABELWIRE_SUBJECT"] === "naive";
const sources = isNaive ? "packages/core/test/hazards/naive/*.ts" : "packages/*/src/**/*.ts";

/** What the checker cannot see is harmless, and why it is. */
const harmless: Readonly<Record<string, string>> = {
  "packages/core/src/excerpt.ts": "its repetitions are bounded, and so is the text; excerpt.test.ts measures it",
  "packages/core/src/summarize-text.ts": "its repetitions are bounded; excerpt.test.ts measures it",
  "packages/core/src/resolve-base-url.ts": "reads the user's own base URL",
  "packages/core/src/msw/base-urls.ts": "reads the user's own base URL",
  "packages/core/src/msw/validate.ts": "made of a pattern in the specification that the mock was generated from",
  "packages/codegen/src/sample-pattern.ts": "made of a pattern in the specification, which is the user's own input",
};

const isLinear = ({ source, flags }: FoundExpression): boolean =>
  source !== undefined && checkSync(source, flags, { timeout: 20_000 }).status === "safe";

test("every regular expression of the packages is linear in the text it reads", () => {
  // The other builds of the checker need Java or a native binary.
  vi.stubEnv("RECHECK_BACKEND", "pure");
  const found = findExpressions(root, sources);
  expect(found.length).toBeGreaterThan(isNaive ? 0 : 50);
  const doubtful = found.filter((expression) => !(expression.file in harmless) && !isLinear(expression));
  expect(doubtful.map(({ place }) => place)).toEqual([]);
}, 120_000);

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
  const bestOfThree: (readonly [name: string, start: string, elapsedMs: number])[] = [];
  for (const [name, value, status = 200] of headers) {
    const times: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      // Handed over without a connection: Node reads no more than 16 kB of headers, other runtimes read what comes.
      const answer = async (): Promise<Response> => new Response("[]", { status, headers: { [name]: value } });
      const client = createSubjectClient({ baseUrl: "https://acme.example", fetch: answer, retry: false });
      const started = performance.now();
      await client.GET("/pets").catch(() => undefined);
      await subject.download((request) => client.fetch("/export", request)).catch(() => undefined);
      times.push(performance.now() - started);
    }
    bestOfThree.push([name, value.slice(0, 30), Math.min(...times)]);
  }
  expect(bestOfThree.filter(([, , elapsedMs]) => elapsedMs >= 50)).toEqual([]);
}, 60_000);
