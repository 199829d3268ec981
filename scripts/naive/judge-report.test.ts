import { expect, test } from "vitest";
import { judgeReport } from "./judge-report.ts";

const failed = { fullName: "a redirect", status: "failed", failureMessages: ["AssertionError: expected 1 to be 0"] };

test("every test failed: as it should be", () => {
  const report = { testResults: [{ name: "01.test.ts", assertionResults: [failed, failed] }] };
  expect(judgeReport(report)).toEqual({ failed: 2, total: 2, survivors: [], faults: [] });
});

test("a test that passes is named", () => {
  const passed = { fullName: "a link", status: "passed", failureMessages: [] };
  const report = { testResults: [{ name: "01.test.ts", assertionResults: [failed, passed] }] };
  expect(judgeReport(report)).toMatchObject({ failed: 1, total: 2, survivors: ["01.test.ts: a link"], faults: [] });
});

test("a file that does not load and a test that did not run prove nothing", () => {
  const skipped = { fullName: "a link", status: "skipped" };
  const report = {
    testResults: [
      { name: "01.test.ts", message: "Cannot find ./x.ts", assertionResults: [] },
      { name: "02.test.ts", assertionResults: [skipped] },
    ],
  };
  expect(judgeReport(report).faults).toEqual([
    "01.test.ts did not load. Cannot find ./x.ts",
    "02.test.ts: a link: skipped",
  ]);
});

test("nor does a part that the naive subject lacks", () => {
  const lacking = { ...failed, failureMessages: ["TypeError: client.HEAD is not a function\n    at x"] };
  const report = { testResults: [{ name: "01.test.ts", assertionResults: [lacking] }] };
  expect(judgeReport(report).faults).toEqual(["01.test.ts: a redirect: TypeError: client.HEAD is not a function"]);
});
