import {
  cancelRequest,
  createCvatClient,
  createTask,
  downloadChunk,
  downloadContextImages,
  downloadFrame,
  downloadPreview,
  exportBackup,
  exportDataset,
  importAnnotations,
  importDataset,
  isDecodeError,
  isLabelwireError,
  isTaskDataError,
  restoreBackup,
  uploadTaskData,
  waitForRequest,
  type CvatClient,
} from "@labelwire/cvat";
import { describe, expect, test } from "vitest";
import { skippingClock } from "./servers/skipping-clock.ts";
import { plainText, type Answer } from "./servers/start-server.ts";
import { startImpostor, type Step } from "./servers/start-impostor.ts";

const outcome = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

function connect(baseUrl: string): CvatClient {
  const client = { baseUrl, auth: { accessToken: "secret" }, clock: skippingClock(), random: () => 0 };
  return createCvatClient(client);
}

const coco = { format: "COCO 1.0" };
const file = new File([new Uint8Array(5000)], "a.zip");
const byTus = { uploadChunkBytes: 2000 };

interface Workflow {
  readonly steps: readonly Step[];
  readonly run: (client: CvatClient) => Promise<unknown>;
}

const workflows: Readonly<Record<string, Workflow>> = {
  cancelRequest: { steps: ["cancel"], run: (client) => cancelRequest(client, "work") },
  waitForRequest: { steps: ["look"], run: (client) => waitForRequest(client, "work") },
  exportDataset: {
    steps: ["export", "look", "download"],
    run: (client) => exportDataset(client, { task: 7 }, coco),
  },
  "exportDataset into a cloud storage": {
    steps: ["export", "look"],
    run: (client) => exportDataset(client, { task: 7 }, { ...coco, cloudStorageId: 3 }),
  },
  exportBackup: { steps: ["export", "look", "download"], run: (client) => exportBackup(client, { task: 7 }) },
  "uploadTaskData in a group": {
    steps: ["start", "multiple", "finish", "look"],
    run: (client) => uploadTaskData(client, 7, [file]),
  },
  "uploadTaskData piece by piece": {
    steps: ["start", "length", "piece", "finish", "look"],
    run: (client) => uploadTaskData(client, 7, [file], byTus),
  },
  createTask: {
    steps: ["create", "start", "multiple", "finish", "look", "read"],
    run: (client) => createTask(client, { name: "cats" }, [file]),
  },
  "importAnnotations by a form": {
    steps: ["form", "look"],
    run: (client) => importAnnotations(client, { task: 7 }, file, coco),
  },
  "importAnnotations piece by piece": {
    steps: ["formats", "start", "length", "piece", "finish", "look"],
    run: (client) => importAnnotations(client, { job: 7 }, file, { ...coco, ...byTus }),
  },
  importDataset: {
    steps: ["form", "look"],
    run: (client) => importDataset(client, { project: 7 }, file, coco),
  },
  restoreBackup: { steps: ["form", "look"], run: (client) => restoreBackup(client, "task", file) },
  downloadFrame: { steps: ["media"], run: (client) => downloadFrame(client, { task: 7 }, 0) },
  downloadChunk: { steps: ["media"], run: (client) => downloadChunk(client, { job: 7 }, 0) },
  downloadContextImages: { steps: ["media"], run: (client) => downloadContextImages(client, { task: 7 }, 0) },
  downloadPreview: { steps: ["media"], run: (client) => downloadPreview(client, { project: 7 }) },
};

const json = (body: unknown): Answer => ({
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

const answers: Readonly<Record<string, Answer>> = {
  "a page": plainText(200, "<!doctype html><title>Sign in</title>"),
  "{}": json({}),
  "[]": json([]),
  '"ok"': json("ok"),
  null: json(null),
  "another API's job": json({ status: "finished", data: [] }),
  text: { headers: { "content-type": "text/plain" }, body: "ok" },
};

/** What was wrong, however deep below what was thrown. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && !isDecodeError(error) && error.cause !== undefined ? causeOf(error.cause) : error;
}

const steps = Object.entries(workflows).flatMap(([name, workflow]) =>
  workflow.steps.map((step) => ({ name, step, workflow })),
);

test.each(steps)("$name ends with an error where $step is answered by another server", async ({ step, workflow }) => {
  for (const [what, answer] of Object.entries(answers)) {
    const server = await startImpostor({ [step]: answer });
    const error = await outcome(workflow.run(connect(server.origin)));
    expect(isLabelwireError(error), `${what}: ${String(error)}`).toBe(true);
    const cause = causeOf(error);
    // What is wrong with an answer to tus-js-client is no error of the family; the UploadError above it is.
    if (step === "length" || step === "piece") {
      expect(error).toMatchObject({ name: "UploadError", operation: expect.stringMatching(/^[a-z_]+$/) as unknown });
      expect(String(error)).toMatch(/no usable (Location|upload-offset)/);
    } else {
      expect(isDecodeError(cause), `${what}: ${String(cause)}`).toBe(true);
      const { operation = "" } = cause as { readonly operation?: string }; // a DecodeError
      expect(operation).toMatch(/^[a-z_]+$/);
      expect(String(cause)).toContain(operation);
    }
  }
});

test.each(["export", "look", "download", "form", "finish", "media", "create", "read"] as const)(
  "no workflow takes nothing at all for an answer to %s",
  async (step) => {
    for (const { run } of steps.filter((one) => one.step === step).map(({ workflow }) => workflow)) {
      const server = await startImpostor({ [step]: { status: 200, headers: { "content-length": "0" } } });
      expect(causeOf(await outcome(run(connect(server.origin))))).toSatisfy(isDecodeError);
    }
  },
);

describe("what another server's answer is told as", () => {
  test.each<[Step, string, string]>([
    ["cancel", "cancelRequest", "requests_create_cancel with status 200 and a body, where there has to be none"],
    [
      "look",
      "waitForRequest",
      "requests_retrieve with status 200 without the id and the status of a background request",
    ],
    [
      "export",
      "exportDataset",
      "tasks_create_dataset_export with status 200 without the rq_id of a request to wait for",
    ],
    [
      "download",
      "exportDataset",
      "tasks_create_dataset_export with status 200 and application/json, where there has to be",
    ],
    [
      "media",
      "downloadFrame",
      "tasks_retrieve_data with status 200 and application/json, where there has to be a file",
    ],
    ["start", "uploadTaskData in a group", "tasks_create_data with status 200 and a body, where there has to be none"],
    ["multiple", "uploadTaskData in a group", "tasks_create_data with status 200 and a body"],
    ["finish", "uploadTaskData in a group", "tasks_create_data with status 200 without the rq_id"],
    [
      "formats",
      "importAnnotations piece by piece",
      "server_retrieve_annotation_formats with status 200 without the list",
    ],
    ["create", "createTask", "tasks_create with status 200 without the id of a task"],
    ["read", "createTask", "tasks_retrieve with status 200 without the id of a task"],
  ])("%s of %s", async (step, name, told) => {
    const server = await startImpostor({ [step]: json({}) });
    const error = causeOf(await outcome(workflows[name]?.run(connect(server.origin)) ?? Promise.resolve()));
    expect(String(error)).toContain(`CVAT answered ${told}`);
    expect(String(error)).toContain("Check baseUrl");
  });

  test("no byte is sent to a server that does not know how an upload begins", async () => {
    const server = await startImpostor({ start: json({}) });
    await outcome(uploadTaskData(connect(server.origin), 7, [file]));
    expect(server.steps).toEqual(["start"]);
  });

  test("a task is not said to be deleted by a page", async () => {
    const server = await startImpostor({ start: json({}), delete: plainText(200, "<title>Sign in</title>") });
    const error = await outcome(createTask(connect(server.origin), { name: "cats" }, [file]));
    expect(error).toMatchObject({ taskId: 101, taskDeleted: false });
    expect(String(error)).toContain("could not be deleted either: CVAT answered tasks_destroy with status 200");
  });

  test("a task whose end nobody has understood is kept, because the server may be at work on it", async () => {
    const server = await startImpostor({ finish: json({}) });
    const error = await outcome(createTask(connect(server.origin), { name: "cats" }, [file]));
    expect(isTaskDataError(error) && error.taskDeleted).toBe(false);
    expect(String(error)).toContain("and whether it gets its data is not known");
    expect(server.steps).not.toContain("delete");
  });

  test("a request that some other server does not know was neither there nor cancelled", async () => {
    for (const answer of [
      { status: 404, headers: { "content-type": "text/plain" }, body: "404 page not found" },
      { status: 404 },
    ]) {
      const server = await startImpostor({ cancel: answer, look: answer });
      const client = connect(server.origin);
      for (const work of [cancelRequest(client, "work"), waitForRequest(client, "work")]) {
        expect(await outcome(work)).toMatchObject({ name: "ApiError", status: 404 });
      }
    }
  });

  test("a JSON file that is sent as one is a file", async () => {
    const headers = { "content-type": "application/json", "content-disposition": 'attachment; filename="a.json"' };
    const server = await startImpostor({ download: { headers, body: "{}" } });
    const exported = await exportDataset(connect(server.origin), { task: 7 }, coco);
    expect(exported.name).toBe("a.json");
    expect(await exported.text()).toBe("{}");
  });
});
