import { runTour } from "../run-tour.ts";
import type { StepResult } from "../step.ts";
import { setStage } from "./stage.ts";
import { annotate, bringLabels, exportAndDownload, listTasks, meetError, recover, refuseKey, upload } from "./steps.ts";

/** Shows the Ango Hub client at work. */
export const tourAngoHub = (): Promise<readonly StepResult[]> =>
  runTour(setStage, {
    "List tasks": listTasks,
    "Annotate a task": annotate,
    "Import labels": bringLabels,
    "Upload files": upload,
    "Export and download": exportAndDownload,
    "Recover from a 429": recover,
    "Meet a typed error": meetError,
    "Refuse a wrong key": refuseKey,
  });
