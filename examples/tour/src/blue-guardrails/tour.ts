import { runTour } from "../run-tour.ts";
import type { StepResult } from "../step.ts";
import { setStage } from "./stage.ts";
import { breakRule, experiment, exportProject, listProjects, nameNoWorkspace } from "./steps.ts";

/** Shows the Blue Guardrails client at work. */
export const tourBlueGuardrails = (): Promise<readonly StepResult[]> =>
  runTour(setStage, {
    "List projects by cursor": listProjects,
    "Export a labeling project": exportProject,
    "Run an experiment": experiment,
    "Break a rule": breakRule,
    "Name no workspace": nameNoWorkspace,
  });
