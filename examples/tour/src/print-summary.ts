import type { StepResult } from "./step.ts";

/** Prints one table with a line for each step. */
export function printSummary(title: string, results: readonly StepResult[]): void {
  const width = Math.max(...results.map(({ name }) => name.length));
  console.log(`\n${title}`);
  for (const { name, outcome, milliseconds } of results) {
    console.log(`  ${name.padEnd(width)}  ${`${milliseconds} ms`.padStart(8)}  ${outcome}`);
  }
}
