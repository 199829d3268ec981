import { relative } from "node:path";
import { exportTasks, importLabels, isApiError, paginate, unwrap, uploadFiles } from "@labelwire/ango-hub";
import { annotateTask, getProject, getProjectTasks, getTask, listProjects } from "@labelwire/ango-hub/operations";
import { percent } from "../percent.ts";
import type { Step } from "../step.ts";
import { externalIds, project, type Stage } from "./stage.ts";

/** Reads a list of many pages as one. */
export const listTasks: Step<Stage> = async ({ ango }, report) => {
  const params = { path: { projectId: project }, query: { limit: 100 } };
  let count = 0;
  let pages = 0;
  for await (const page of paginate(ango, getProjectTasks, { params }).pages()) {
    count += page.items.length;
    pages += 1;
    report(`${count} of ${page.total ?? "?"}`);
  }
  return `${count} tasks on ${pages} pages`;
};

/** Calls operation functions: typed parameters, typed body, typed answer. */
export const annotate: Step<Stage> = async ({ ango }) => {
  const { data: list } = await unwrap(getProjectTasks(ango, { params: { path: { projectId: project } } }));
  const taskId = list.tasks[0]?._id;
  if (taskId === undefined) throw new Error("The project has no tasks.");
  const answer = { tools: [], classifications: [{ title: "Breed", answer: "Siamese" }], relations: [] };
  const { data } = await unwrap(annotateTask(ango, { params: { path: { taskId } }, body: { answer } }));
  return `answer stored for ${data.label.externalId ?? taskId}`;
};

/** Sends many labels in chunks, with a report. */
export const bringLabels: Step<Stage> = async ({ ango }, report) => {
  const labels = externalIds.map((externalId) => ({ externalId, answer: { tools: [], classifications: [] } }));
  const { imported, failed } = await importLabels(ango, { project }, labels, {
    onProgress: ({ fraction }) => {
      report(percent(fraction));
    },
  });
  return `${imported} labels imported, ${failed.length} requests refused`;
};

/** Sends files to storage and makes assets of them. */
export const upload: Step<Stage> = async ({ ango }, report) => {
  const files = ["tabby.jpg", "siamese.jpg", "sphynx.jpg"].map((name) => ({
    name,
    data: new Blob([new Uint8Array(64 * 1024)], { type: "image/jpeg" }),
  }));
  const { imported } = await uploadFiles(ango, { project }, files, {
    onProgress: ({ phase, fraction }) => {
      report(`${phase} ${percent(fraction)}`);
    },
  });
  return `${imported} files sent to storage and imported`;
};

/** Exports finished tasks and saves the archive. */
export const exportAndDownload: Step<Stage> = async ({ ango }, report) => {
  const file = await exportTasks(
    ango,
    { project },
    {
      stages: ["Complete"],
      onProgress: ({ fraction }) => {
        if (fraction !== undefined) report(percent(fraction));
      },
    },
  );
  const path = await file.save("out/", { overwrite: true });
  return `${relative(".", path)}, ${file.size ?? "?"} bytes`;
};

/** Meets a rate limit, waits as long as the server asks, and goes on. */
export const recover: Step<Stage> = async (stage, report) => {
  stage.mock.fail("getProject", { status: 429, retryAfterSeconds: 1, times: 1 });
  let waitedMs = 0;
  stage.onRetry = ({ delayMs }) => {
    waitedMs = delayMs;
    report(`asked to wait ${delayMs} ms`);
  };
  const { data } = await unwrap(getProject(stage.ango, { params: { path: { projectId: project } } }));
  return `waited ${waitedMs} ms as asked, then read "${data.project.name ?? ""}"`;
};

/** Asks for what does not exist: the error is typed, in both styles. */
export const meetError: Step<Stage> = async ({ ango }) => {
  const { error } = await ango.GET("/task/{taskId}", { params: { path: { taskId: "0".repeat(24) } } });
  if (error === undefined) throw new Error("The task should not exist.");
  try {
    await unwrap(getTask(ango, { params: { path: { taskId: "0".repeat(24) } } }));
  } catch (thrown) {
    if (isApiError(thrown)) return `${thrown.name}: ${thrown.message}`;
    throw thrown;
  }
  throw new Error("The call should have thrown.");
};

/** A child client with a wrong key: refused, and the key is in no message. */
export const refuseKey: Step<Stage> = async ({ ango }) => {
  const { error } = await listProjects(ango.with({ auth: { apiKey: "not-the-key" } }));
  if (error === undefined) throw new Error("The key should be refused.");
  return `${error.name}: ${error.message}`;
};
