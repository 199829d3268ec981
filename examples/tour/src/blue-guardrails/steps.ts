import { mkdir, writeFile } from "node:fs/promises";
import { exportLabelingProject, joinAnnotations, paginate, runExperiment } from "@labelwire/blue-guardrails";
import { createExperiment, listLabelingProjects } from "@labelwire/blue-guardrails/operations";
import { percent } from "../percent.ts";
import type { Step } from "../step.ts";
import { conversationIds, type Stage } from "./stage.ts";

/** Reads a list of many pages as one, each page by the cursor of the one before. */
export const listProjects: Step<Stage> = async ({ guardrails }, report) => {
  let count = 0;
  let pages = 0;
  for await (const { items } of paginate(guardrails, listLabelingProjects).pages()) {
    count += items.length;
    pages += 1;
    report(`${count} so far`);
  }
  return `${count} labeling projects on ${pages} pages`;
};

/** Exports a labeling project by its slug, and ties its annotations to messages. */
export const exportProject: Step<Stage> = async ({ guardrails }) => {
  const exported = await exportLabelingProject(guardrails, "answers-7");
  await mkdir("out", { recursive: true });
  await writeFile("out/blue-guardrails-answers-7.json", JSON.stringify(exported, undefined, 2));
  const { joined, unmatched } = joinAnnotations(exported, "review");
  return `out/blue-guardrails-answers-7.json, ${joined.length} annotations tied to messages, ${unmatched.length} not`;
};

/** Has conversations answered anew, and waits until all are. */
export const experiment: Step<Stage> = async ({ guardrails }, report) => {
  const { name, completed_items_count: completed } = await runExperiment(
    guardrails,
    { name: "shorter prompt", model: "gpt-5-mini", conversation_ids: [...conversationIds] },
    {
      intervalMs: 200,
      onProgress: ({ status, fraction }) => {
        report(fraction === undefined ? status : `${status} ${percent(fraction)}`);
      },
    },
  );
  return `"${name}" is done, ${completed ?? "?"} answers`;
};

/** Breaks a rule of the body: the error says which, and where. */
export const breakRule: Step<Stage> = async ({ guardrails }) => {
  const body = { name: "no conversation", model: "gpt-5-mini", conversation_ids: ["seven"] };
  const { error } = await createExperiment(guardrails, { body });
  if (error === undefined) throw new Error("The body should be refused.");
  return `${error.name}: ${error.message}`;
};

/** A client without a workspace, with a key that needs one: refused, and the error says what is missing. */
export const nameNoWorkspace: Step<Stage> = async ({ anywhere }) => {
  const { error } = await listLabelingProjects(anywhere);
  if (error === undefined) throw new Error("A workspace should be needed.");
  return `${error.name}: ${error.message}`;
};
