import { mkdir, writeFile } from "node:fs/promises";
import { buildImportLines, exportTasks, hasErrorCode, paginate, sendTasks, unwrap } from "@labelwire/stardust";
import { createFolder, getTask, listProject, listTask } from "@labelwire/stardust/operations";
import type { Step } from "../step.ts";
import { bigId, projectId, type Stage } from "./stage.ts";

/** Reads a list of many pages as one; the page number travels in the body. */
export const listTasks: Step<Stage> = async ({ stardust }, report) => {
  const body = { projectId, status: 1, startTime: 0, endTime: Date.now(), limit: 100 };
  let count = 0;
  let pages = 0;
  for await (const page of paginate(stardust, listTask, { body }).pages()) {
    count += page.items.length;
    pages += 1;
    report(`${count} of ${page.total ?? "?"}`);
  }
  return `${count} tasks on ${pages} pages`;
};

/** Sends and receives an id of 64 bits: a JSON integer on the wire, a string of digits in code. */
export const keepId: Step<Stage> = async ({ stardust }) => {
  const { data: task } = await unwrap(getTask(stardust, { body: { projectId, taskId: bigId } }));
  if (task.taskId !== bigId) throw new Error(`The id ${bigId} came back as ${task.taskId}.`);
  return `${task.taskId} came back whole; a number would be ${Number(bigId)}`;
};

/** Writes the file of tasks that the platform downloads, has it sent, and waits until the tasks are made. */
export const send: Step<Stage> = async ({ stardust }, report) => {
  const lines = buildImportLines(
    ["tabby", "siamese", "sphynx"].map((name) => ({
      attachmentType: "IMAGE",
      attachment: `https://files.example.com/${name}.jpg`,
      metadata: { uniqueIdentifier: name },
    })),
  );
  await mkdir("out", { recursive: true });
  await writeFile("out/stardust-tasks.jsonl", lines);
  const { batchId, failed } = await sendTasks(
    stardust,
    { project: projectId },
    { resourceUrl: "https://files.example.com/stardust-tasks.jsonl" },
    {
      intervalMs: 200,
      onProgress: ({ status }) => {
        report(`status ${status}`);
      },
    },
  );
  return `out/stardust-tasks.jsonl, batch ${batchId}, ${failed.length} lines refused`;
};

/** Exports the results of some days. The request is signed with the time, and the secret key stays here. */
export const exportResults: Step<Stage> = async ({ stardust, mock }) => {
  const days = { completeTimeAfter: "2026-01-01", completeTimeBefore: "2026-02-01" };
  const results = await exportTasks(stardust, { project: projectId }, days);
  await mkdir("out", { recursive: true });
  await writeFile("out/stardust-results.json", JSON.stringify(results, undefined, 2));
  const { headers = {} } = mock.requests("export_tasks").at(-1) ?? {};
  const signed = ["x-stardust-key", "x-ts", "x-sign"].filter((name) => name in headers);
  return `out/stardust-results.json, ${results.length} results, signed by ${signed.join(", ")}`;
};

/** Meets a failure inside HTTP 200: an error with the platform's own code. */
export const meetFailure: Step<Stage> = async ({ stardust }) => {
  const body = { name: "Cats" };
  await unwrap(createFolder(stardust, { body }));
  try {
    await unwrap(createFolder(stardust, { body }));
  } catch (thrown) {
    if (hasErrorCode(thrown, 5836)) return `${thrown.name} ${thrown.code}: ${thrown.message}`;
    throw thrown;
  }
  throw new Error("The name should be taken.");
};

/** A child client with a wrong secret key: its signature is refused, and the key is in no message. */
export const refuseSignature: Step<Stage> = async ({ stardust }) => {
  const auth = { accessKey: "a-key-for-the-mock-alone", secretKey: "not-the-secret" };
  const { error } = await listProject(stardust.with({ auth }), { body: { status: 1, dataType: 2 } });
  if (error === undefined) throw new Error("The signature should be refused.");
  return `${error.name}: ${error.message}`;
};
