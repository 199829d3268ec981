import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { countTests } from "./count-tests.ts";
import { runSteps } from "./run-steps.ts";
import type { Step } from "./step.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "labelwire-steps-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
});

function script(name: string, code: string, more: Partial<Step> = {}): Step {
  return { name, command: [process.execPath, "-e", code], ...more };
}

const pass = "console.log('fine')";
const fail = "console.error('broken'); process.exit(3)";
const hang = "setInterval(() => {}, 1000)";

describe("runSteps", () => {
  test("reports what passed and what it printed", async () => {
    const outcomes = await runSteps([script("one", pass), script("two", pass)], { cwd: folder, concurrency: 2 });
    expect(outcomes.map(({ name, status, output }) => [name, status, output])).toEqual([
      ["one", "passed", "fine\n"],
      ["two", "passed", "fine\n"],
    ]);
  });

  test("a step waits for the steps it is after", async () => {
    const append = (word: string, delayMs: number): string =>
      `setTimeout(() => require('node:fs').appendFileSync('log', '${word} '), ${delayMs})`;
    const steps = [script("last", append("last", 0), { after: ["first"] }), script("first", append("first", 100))];
    await runSteps(steps, { cwd: folder, concurrency: 2 });
    expect(readFileSync(join(folder, "log"), "utf8")).toBe("first last ");
  });

  test("a step that runs alone has no neighbour", async () => {
    const mark = (name: string): string =>
      `const { appendFileSync: log } = require('node:fs'); log('log', '+${name} '); setTimeout(() => log('log', '-${name} '), 100)`;
    const steps = [script("a", mark("a")), script("b", mark("b"), { alone: true }), script("c", mark("c"))];
    await runSteps(steps, { cwd: folder, concurrency: 3 });
    expect(readFileSync(join(folder, "log"), "utf8")).toBe("+a -a +b -b +c -c ");
  });

  test("the first failure stops what runs and what waits", async () => {
    const steps = [script("hangs", hang), script("fails", fail), script("waits", pass)];
    const outcomes = await runSteps(steps, { cwd: folder, concurrency: 2 });
    expect(outcomes.map(({ name, status }) => [name, status])).toEqual([
      ["hangs", "skipped"],
      ["fails", "failed"],
      ["waits", "skipped"],
    ]);
    expect(outcomes[1]?.output).toBe("broken\n");
  });

  test("with keepGoing only what needs the failed step is skipped", async () => {
    const steps = [script("fails", fail), script("needs it", pass, { after: ["fails"] }), script("does not", pass)];
    const outcomes = await runSteps(steps, { cwd: folder, concurrency: 1, keepGoing: true });
    expect(outcomes.map(({ status }) => status)).toEqual(["failed", "skipped", "passed"]);
  });

  test("a program that does not exist fails its step and says so", async () => {
    const [outcome] = await runSteps([{ name: "absent", command: ["labelwire-no-such-program"] }], {
      cwd: folder,
      concurrency: 1,
    });
    expect(outcome).toMatchObject({ status: "failed", failed: 1 });
    expect(outcome?.output).toContain("labelwire-no-such-program could not be started");
  });

  test("waiting for a step that does not exist is an error, not a hang", async () => {
    const steps = [script("lonely", pass, { after: ["nobody"] })];
    await expect(runSteps(steps, { cwd: folder, concurrency: 1 })).rejects.toThrow("do not exist: lonely");
  });

  test("a test report is counted test by test", async () => {
    const testReport = join(folder, "report.json");
    const write = `require('node:fs').writeFileSync('report.json', '{"numPassedTests":5,"numFailedTests":0}')`;
    const [outcome] = await runSteps([script("tests", write, { testReport })], { cwd: folder, concurrency: 1 });
    expect(outcome).toMatchObject({ status: "passed", passed: 5, failed: 0 });
  });
});

describe("countTests", () => {
  test.each([
    ["failed tests", { numPassedTests: 5, numFailedTests: 2 }, false, { passed: 5, failed: 2 }],
    [
      "tests that did not run",
      { numPassedTests: 5, numPendingTests: 1, numTodoTests: 1 },
      true,
      { passed: 5, failed: 2 },
    ],
    ["a file that does not load", { numPassedTests: 5, numFailedTests: 0 }, false, { passed: 5, failed: 1 }],
  ])("%s count as failed", (_case, report, commandPassed, tally) => {
    const file = join(folder, "report.json");
    writeFileSync(file, JSON.stringify(report));
    expect(countTests(file, commandPassed)).toEqual(tally);
  });

  test("no report at all counts as one failure", () => {
    expect(countTests(join(folder, "absent.json"), true)).toEqual({ passed: 0, failed: 1 });
  });
});
