import type { Command } from "./run-command.ts";

/** One command of a check. */
export interface Step {
  readonly name: string;
  /** Runs in the root of the repository. */
  readonly command: Command;
  /** Steps that have to pass first. */
  readonly after?: readonly string[];
  /** Nothing else runs beside it. For tests with deadlines in milliseconds, and for what fills every core by itself. */
  readonly alone?: boolean;
  /** Where the command leaves vitest's JSON report: then its tests are counted, not the step. */
  readonly testReport?: string;
}

/** How a step ended. */
export interface StepOutcome {
  readonly name: string;
  /** `skipped`: a step it waits for failed, or the run was stopped by a failure. */
  readonly status: "passed" | "failed" | "skipped";
  readonly durationMs: number;
  /** What the command printed. */
  readonly output: string;
  readonly passed: number;
  readonly failed: number;
}
