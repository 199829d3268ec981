import { relative } from "node:path";
import {
  createTask,
  downloadFrame,
  exportDataset,
  importAnnotations,
  isApiError,
  paginate,
  unwrap,
} from "@labelwire/cvat";
import { jobsList, tasksList, tasksPartialUpdate, tasksRetrieve } from "@labelwire/cvat/operations";
import { percent } from "../percent.ts";
import type { Step } from "../step.ts";
import { makeImages } from "./make-images.ts";
import type { Stage } from "./stage.ts";

/** Reads a list of many pages as one, two pages ahead. */
export const listTasks: Step<Stage> = async ({ cvat }, report) => {
  const params = { query: { page_size: 25 } };
  let count = 0;
  let pages = 0;
  for await (const page of paginate(cvat, tasksList, { params }, { prefetch: 2 }).pages()) {
    count += page.items.length;
    pages += 1;
    report(`${count} of ${page.total ?? "?"}`);
  }
  return `${count} tasks on ${pages} pages`;
};

/** Creates a task, uploads its images and waits until the server has made frames of them, in one call. */
export const createAndUpload: Step<Stage> = async (stage, report) => {
  const images = makeImages(12);
  const task = await createTask(stage.cvat, { name: "strays", labels: [{ name: "cat" }] }, images, {
    imageQuality: 70,
    onProgress: ({ phase, fraction }) => {
      report(fraction === undefined ? phase : `${phase} ${percent(fraction)}`);
    },
  });
  stage.taskId = task.id;
  return `task ${task.id}, "${task.name}", with ${task.size ?? 0} images`;
};

/** Calls operation functions: typed parameters, typed body, typed answer. */
export const rename: Step<Stage> = async ({ cvat, taskId }) => {
  const params = { path: { id: taskId } };
  const { name } = await unwrap(tasksPartialUpdate(cvat, { params, body: { name: "strays, first batch" } }));
  const jobs = await unwrap(jobsList(cvat, { params: { query: { task_id: taskId } } }));
  return `"${name}" has ${jobs.count} job${jobs.count === 1 ? "" : "s"}`;
};

/** Downloads one frame. */
export const fetchFrame: Step<Stage> = async ({ cvat, taskId }) => {
  const frame = await downloadFrame(cvat, { task: taskId }, 0);
  const { byteLength } = await frame.bytes();
  return `${frame.name}, ${byteLength} bytes`;
};

/** Uploads annotations from a file and waits until the server has read them. */
export const bringAnnotations: Step<Stage> = async ({ cvat, taskId }, report) => {
  const file = { name: "annotations.json", data: new Blob([JSON.stringify({ annotations: [] })]) };
  await importAnnotations(cvat, { task: taskId }, file, {
    format: "COCO 1.0",
    onProgress: ({ phase }) => {
      report(phase);
    },
  });
  return `${file.name} imported`;
};

/** Exports the task with its images, waits, and saves the archive. */
export const exportAndDownload: Step<Stage> = async ({ cvat, taskId }, report) => {
  const file = await exportDataset(
    cvat,
    { task: taskId },
    {
      format: "COCO 1.0",
      saveImages: true,
      onProgress: ({ phase, fraction }) => {
        report(fraction === undefined ? phase : `${phase} ${percent(fraction)}`);
      },
    },
  );
  const path = await file.save("out/", { overwrite: true });
  return `${relative(".", path)}, ${file.size ?? "?"} bytes`;
};

/** Asks for a format that does not exist: the error names the nearest ones. */
export const misspell: Step<Stage> = async ({ cvat, taskId }) => {
  try {
    await exportDataset(cvat, { task: taskId }, { format: "COCO" });
  } catch (thrown) {
    if (isApiError(thrown)) return `${thrown.name}: ${thrown.message}`;
    throw thrown;
  }
  throw new Error("The format should not exist.");
};

/** Meets a rate limit, waits as long as the server asks, and goes on. */
export const recover: Step<Stage> = async (stage, report) => {
  stage.mock.fail("tasks_retrieve", { status: 429, retryAfterSeconds: 1, times: 1 });
  let waitedMs = 0;
  stage.onRetry = ({ delayMs }) => {
    waitedMs = delayMs;
    report(`asked to wait ${delayMs} ms`);
  };
  const { name } = await unwrap(tasksRetrieve(stage.cvat, { params: { path: { id: stage.taskId } } }));
  return `waited ${waitedMs} ms as asked, then read "${name}"`;
};

/** A child client in an organization that does not exist: refused, with the server's own words. */
export const missOrganization: Step<Stage> = async ({ cvat }) => {
  const { error } = await tasksList(cvat.with({ organization: "nope" }));
  if (error === undefined) throw new Error("The organization should not exist.");
  return `${error.name}: ${error.message}`;
};
