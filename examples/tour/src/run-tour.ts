import { reportFinished, reportProgress } from "./report.ts";
import type { Step, StepResult, TourStage } from "./step.ts";

/**
 * Sets the stage, runs the steps one after the other, shows each as it goes on, and closes what was opened.
 *
 * Steps build on each other, so the first that fails is the last.
 */
export async function runTour<Stage extends TourStage>(
  setStage: () => Promise<Stage>,
  steps: Readonly<Record<string, Step<Stage>>>,
): Promise<readonly StepResult[]> {
  const stage = await setStage();
  try {
    const results: StepResult[] = [];
    for (const [name, step] of Object.entries(steps)) {
      const result = await runStep(stage, name, step);
      results.push(result);
      reportFinished(result);
      if (!result.succeeded) break;
    }
    return results;
  } finally {
    await stage.server.close();
  }
}

async function runStep<Stage extends TourStage>(stage: Stage, name: string, step: Step<Stage>): Promise<StepResult> {
  const startedAt = performance.now();
  const callsBefore = stage.server.countRequests();
  const conclude = (succeeded: boolean, outcome: string): StepResult => ({
    name,
    succeeded,
    outcome,
    calls: stage.server.countRequests() - callsBefore,
    milliseconds: Math.round(performance.now() - startedAt),
  });
  try {
    const outcome = await step(stage, (text) => {
      reportProgress(name, text);
    });
    return conclude(true, outcome);
  } catch (error) {
    return conclude(false, String(error));
  }
}
