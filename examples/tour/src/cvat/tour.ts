import { runTour } from "../run-tour.ts";
import type { StepResult } from "../step.ts";
import { setStage } from "./stage.ts";
import {
  rename,
  bringAnnotations,
  createAndUpload,
  exportAndDownload,
  fetchFrame,
  missOrganization,
  listTasks,
  misspell,
  recover,
} from "./steps.ts";

/** Shows the CVAT client at work. */
export const tourCvat = (): Promise<readonly StepResult[]> =>
  runTour(setStage, {
    "List tasks": listTasks,
    "Create a task with images": createAndUpload,
    "Rename it, find its jobs": rename,
    "Download a frame": fetchFrame,
    "Import annotations": bringAnnotations,
    "Export and download": exportAndDownload,
    "Misspell a format": misspell,
    "Recover from a 429": recover,
    "Name no organization": missOrganization,
  });
