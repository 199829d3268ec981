import { formatTable } from "./format-table.ts";
import { reportFinished } from "./report.ts";
import type { StepResult } from "./step.ts";

/** Shows one platform; what it throws is a failure of the platform. */
export type Tour = () => Promise<readonly StepResult[]>;

/**
 * Shows one platform after the other, and prints one table of all at the end. A platform that fails does not keep the others from
 * being shown.
 *
 * @returns Whether every step of every platform succeeded.
 */
export async function runTours(tours: Readonly<Record<string, Tour>>): Promise<boolean> {
  const startedAt = performance.now();
  const results: (StepResult & { readonly platform: string })[] = [];
  for (const [platform, tour] of Object.entries(tours)) {
    console.log(`\n${platform}: the client at work, against its own mock on loopback HTTP`);
    const steps = await tour().catch((error: unknown) => [failToStart(error)]);
    results.push(...steps.map((step) => ({ ...step, platform })));
  }
  const rows = results.map(({ platform, name, calls, milliseconds, succeeded, outcome }) => [
    platform,
    name,
    calls,
    milliseconds,
    succeeded ? outcome : `FAILED: ${outcome}`,
  ]);
  console.log(`\n${formatTable(["platform", "what", "calls", "ms", "result"], rows, process.stdout.columns || 160)}`);
  const failures = results.filter(({ succeeded }) => !succeeded).length;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`\n${results.length - failures} shown, ${failures} failed, in ${seconds} s. Files are in out/.`);
  return failures === 0;
}

function failToStart(error: unknown): StepResult {
  const result = { name: "Start", succeeded: false, outcome: String(error), calls: 0, milliseconds: 0 };
  reportFinished(result);
  return result;
}
