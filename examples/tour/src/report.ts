import type { StepResult } from "./step.ts";

const rewriteLine = "\r\u001b[2K";

/** Shows how far a step is. */
export function reportProgress(name: string, text: string): void {
  // Outside a terminal each rewrite would be a line of its own, so only the outcome is printed there.
  if (process.stdout.isTTY) process.stdout.write(`${rewriteLine}  … ${name}: ${text}`);
}

/** Shows what came of a step. */
export function reportFinished({ name, succeeded, outcome }: Pick<StepResult, "name" | "succeeded" | "outcome">): void {
  process.stdout.write(`${process.stdout.isTTY ? rewriteLine : ""}  ${succeeded ? "✓" : "✗"} ${name}: ${outcome}\n`);
}
