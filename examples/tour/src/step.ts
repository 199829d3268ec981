/** Tells how far a step is, on one line that is rewritten in a terminal. */
export type Report = (text: string) => void;

/** One thing that the tour shows; it returns what to say of it afterwards. */
export type Step<Stage> = (stage: Stage, report: Report) => Promise<string>;

/** What one step did, for the table at the end. */
export interface StepResult {
  readonly name: string;
  readonly outcome: string;
  readonly milliseconds: number;
}

/** Runs the steps one after the other and shows each as it goes on. */
export async function runSteps<Stage>(
  stage: Stage,
  steps: Readonly<Record<string, Step<Stage>>>,
): Promise<readonly StepResult[]> {
  const results: StepResult[] = [];
  for (const [name, step] of Object.entries(steps)) {
    const startedAt = performance.now();
    const outcome = await step(stage, (text) => {
      show(`  … ${name}: ${text}`);
    });
    finish(`  ✓ ${name}: ${outcome}`);
    results.push({ name, outcome, milliseconds: Math.round(performance.now() - startedAt) });
  }
  return results;
}

function show(text: string): void {
  // Outside a terminal each rewrite would be a line of its own, so only the outcome is printed there.
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[2K${text}`);
}

function finish(text: string): void {
  process.stdout.write(`${process.stdout.isTTY ? "\r\u001b[2K" : ""}${text}\n`);
}
