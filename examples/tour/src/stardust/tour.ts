import { runTour } from "../run-tour.ts";
import type { StepResult } from "../step.ts";
import { setStage } from "./stage.ts";
import { exportResults, keepId, listTasks, meetFailure, refuseSignature, send } from "./steps.ts";

/** Shows the Stardust client at work. */
export const tourStardust = (): Promise<readonly StepResult[]> =>
  runTour(setStage, {
    "List tasks": listTasks,
    "Keep a 64-bit id": keepId,
    "Send tasks": send,
    "Export, signed": exportResults,
    "Fail inside HTTP 200": meetFailure,
    "Refuse a wrong secret": refuseSignature,
  });
