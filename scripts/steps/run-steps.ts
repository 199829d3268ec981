import { countTests } from "./count-tests.ts";
import { runCommand } from "./run-command.ts";
import type { Step, StepOutcome } from "./step.ts";
import { toolEnvironment } from "./tool-environment.ts";

/** Options of {@link runSteps}. */
export interface RunStepsOptions {
  readonly cwd: string;
  /** How many steps run at a time. */
  readonly concurrency: number;
  /** Run what does not depend on a failed step. Default: stop everything at the first failure. */
  readonly keepGoing?: boolean;
  /** Told of each step as it ends. */
  readonly onEnd?: (outcome: StepOutcome) => void;
}

/** Runs steps in their order, some at a time, each after those it waits for; answers with one outcome a step. */
export async function runSteps(steps: readonly Step[], options: RunStepsOptions): Promise<readonly StepOutcome[]> {
  const { concurrency, keepGoing = false, onEnd } = options;
  const outcomes = new Map<string, StepOutcome>();
  const running = new Map<string, Promise<void>>();
  const stop = new AbortController();

  const record = (outcome: StepOutcome): void => {
    outcomes.set(outcome.name, outcome);
    onEnd?.(outcome);
    if (outcome.status === "failed" && !keepGoing) stop.abort();
  };
  const start = (step: Step): void => {
    const ended = runStep(step, { cwd: options.cwd, signal: stop.signal }).then((outcome) => {
      running.delete(step.name);
      record(outcome);
    });
    running.set(step.name, ended);
  };

  const hasRoom = ({ alone = false }: Step): boolean => {
    if (alone) return running.size === 0;
    const crowded = steps.some((step) => step.alone === true && running.has(step.name));
    return running.size < concurrency && !crowded;
  };

  const waiting = [...steps];
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.findIndex((step) => stop.signal.aborted || hasEnded(step, outcomes));
    const step = next === -1 ? undefined : waiting[next];
    if (step !== undefined && (stop.signal.aborted || hasRoom(step))) {
      waiting.splice(next, 1);
      if (stop.signal.aborted || !mayStart(step, outcomes)) record(skipped(step));
      else start(step);
    } else if (running.size > 0) {
      await Promise.race(running.values());
    } else {
      throw new Error(`These steps wait for steps that do not exist: ${waiting.map(({ name }) => name).join(", ")}.`);
    }
  }
  return steps.flatMap(({ name }) => outcomes.get(name) ?? []);
}

/** True when all that the step waits for has ended, well or badly. */
function hasEnded({ after = [] }: Step, outcomes: ReadonlyMap<string, StepOutcome>): boolean {
  return after.every((name) => outcomes.has(name));
}

function mayStart({ after = [] }: Step, outcomes: ReadonlyMap<string, StepOutcome>): boolean {
  return after.every((name) => outcomes.get(name)?.status === "passed");
}

function skipped({ name }: Step): StepOutcome {
  return { name, status: "skipped", durationMs: 0, output: "", passed: 0, failed: 0 };
}

async function runStep(step: Step, { cwd, signal }: { cwd: string; signal: AbortSignal }): Promise<StepOutcome> {
  const startedAt = performance.now();
  const { ok, output } = await runCommand(step.command, { cwd, env: toolEnvironment, signal });
  const durationMs = performance.now() - startedAt;
  if (!ok && signal.aborted) return { ...skipped(step), durationMs, output };
  const tally =
    step.testReport === undefined ? { passed: ok ? 1 : 0, failed: ok ? 0 : 1 } : countTests(step.testReport, ok);
  return { name: step.name, status: ok && tally.failed === 0 ? "passed" : "failed", durationMs, output, ...tally };
}
