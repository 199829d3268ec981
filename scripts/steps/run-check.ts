import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runSteps } from "./run-steps.ts";
import type { Step, StepOutcome } from "./step.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Runs the steps of a command line such as `pnpm check`, prints each step's time and a summary, and sets the exit code.
 *
 * `--keep-going` runs all steps after a failure, `--only <name>` (repeatable) runs some of them, `--report <file>` writes
 * `{ "passed": 12, "failed": 0 }`. A command line with anything else ends with exit code 2.
 */
export async function runCheck(title: string, steps: readonly Step[]): Promise<void> {
  const wanted = readCommandLine(title, steps);
  if (wanted === undefined) return;
  const { chosen, keepGoing, report } = wanted;
  const startedAt = performance.now();
  console.log(`${title}: ${chosen.map(({ name }) => name).join(", ")}`);
  const outcomes = await runSteps(chosen, {
    cwd: root,
    concurrency: Math.max(2, Math.min(4, availableParallelism())),
    keepGoing,
    onEnd: (outcome) => print(outcome, title),
  });
  const tally = {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
  };
  if (report !== undefined) writeFileSync(report, `${JSON.stringify(tally)}\n`);
  const seconds = formatSeconds(performance.now() - startedAt);
  const failures = outcomes.filter(({ status }) => status === "failed").map(({ name }) => name);
  if (failures.length === 0) {
    console.log(`\n${title} passed: ${chosen.length} steps, ${tally.passed} checks and tests in ${seconds}.`);
    return;
  }
  console.error(`\n${title} failed at ${failures.join(", ")} after ${seconds}. What it printed is above.`);
  process.exitCode = 1;
}

interface CommandLine {
  readonly chosen: readonly Step[];
  readonly keepGoing: boolean;
  readonly report: string | undefined;
}

/** What the command line asks for; undefined, and said why, where that cannot be. */
function readCommandLine(title: string, steps: readonly Step[]): CommandLine | undefined {
  try {
    const { values } = parseArgs({
      options: {
        "keep-going": { type: "boolean", default: false },
        only: { type: "string", multiple: true },
        report: { type: "string" },
      },
    });
    return { chosen: choose(steps, values.only), keepGoing: values["keep-going"], report: values.report };
  } catch (error) {
    console.error(`${title}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
    return undefined;
  }
}

function choose(steps: readonly Step[], only: readonly string[] | undefined): readonly Step[] {
  if (only === undefined) return steps;
  const unknown = only.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `There is no step ${unknown.join(", ")}. The steps are ${steps.map(({ name }) => name).join(", ")}.`,
    );
  }
  const wanted = new Set(only);
  for (const step of steps.toReversed()) {
    if (wanted.has(step.name)) for (const name of step.after ?? []) wanted.add(name);
  }
  return steps.filter(({ name }) => wanted.has(name));
}

function print({ name, status, durationMs, output, passed, failed }: StepOutcome, title: string): void {
  const tests = passed + failed > 1 ? `  ${passed} of ${passed + failed} tests` : "";
  if (status === "passed") console.log(`  ✓ ${name.padEnd(24)} ${formatSeconds(durationMs).padStart(8)}${tests}`);
  if (status === "skipped") console.log(`  - ${name.padEnd(24)} not run to its end`);
  if (status !== "failed") return;
  console.error(`\n${output.trimEnd()}\n`);
  console.error(`  ✗ ${name.padEnd(24)} ${formatSeconds(durationMs).padStart(8)}${tests}`);
  console.error(`    Again, alone: pnpm ${title} --only ${JSON.stringify(name)}\n`);
}

function formatSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
