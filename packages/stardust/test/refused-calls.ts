import { writeZip } from "@labelwire/core/msw";
import { unwrap, type Result, type Schema, type StardustClient, type StardustErrorCode } from "@labelwire/stardust";
import * as operations from "@labelwire/stardust/operations";

/** A call that a platform refuses, and with which code. */
export type Refused<Code> = readonly [code: Code, what: string, call: () => Promise<Result<unknown>>];

const zip = writeZip([{ name: "a", content: "a" }]);
const first = { name: "in", runMode: 1 as const, type: 0 as const, workers: [] };
const last = { name: "out", runMode: 1 as const, type: 5 as const, workers: [] };
const operator = { key: "box2d-1", label: "cat", type: "slot", slotSpecification: { type: "box2d" } };

/** What JavaScript callers can pass. */
function untyped(given: unknown): never {
  return given as never;
}

/** What the generic set refuses and why, on a platform that has neither this batch nor this dataset, and one task. */
export function callRefused(client: StardustClient): readonly Refused<StardustErrorCode>[] {
  const o = operations;
  const twice = async (call: () => Promise<Result<unknown>>): Promise<Result<unknown>> => {
    await unwrap(call());
    return call();
  };
  const createWorkflow = (vertex: Schema<"WorkflowPool">[]) => () =>
    o.createWorkflow(client, { body: { projectId: 1, workflow: { vertex } } });
  const project = { name: "lions", dataType: 2 as const, deadline: "2027-01-01", operators: [operator] };
  const createProject = (change: object) => () => o.createProject(client, { body: untyped({ ...project, ...change }) });
  const upload =
    (uploadFile: Blob, fileTreeType = 0) =>
    () =>
      o.syncUpload(client, { body: { uploadFile, fileTreeType, dataType: 2, name: "lions" } });
  const storage = { resourceUrl: "gs://lions", dataType: 2 as const, name: "lions" };
  return [
    [5836, "a folder's name that is taken", () => twice(() => o.createFolder(client, { body: { name: "lions" } }))],
    [400, "a name of 61 bytes", () => o.createFolder(client, { body: { name: "é".repeat(30) + "e" } })],
    [5509, "a workflow that does not begin with distribution", createWorkflow([last])],
    [5523, "a workflow that does not end with completion", createWorkflow([first])],
    [5841, "a pool of no type", createWorkflow([{ ...first, type: untyped(7) }])],
    [400, "a day that is none", () => o.exportTasks(client, { body: { projectId: 1, completeTimeAfter: "May" } })],
    [404, "a task that is not there", () => o.getTask(client, { body: { projectId: 1, taskId: "1" } })],
    [404, "the callback of a task that is not there", () => o.reSending(client, { params: { path: { taskId: "1" } } })],
    [404, "a batch that is not there", () => o.checkSendStatus(client, { body: { batchId: "1" } })],
    [
      400,
      "a file that cannot be downloaded",
      () => o.sendTask(client, { body: { projectId: 1, resourceUrl: "a.jsonl" } }),
    ],
    [5308, "a dataset that is not there", () => o.getStatus(client, { params: { query: { datasetId: "1" } } })],
    [
      5308,
      "data of a dataset that is not there",
      () => o.requestAnnotation(client, { body: { projectId: 1, datasetId: 1, dataIds: ["1"] } }),
    ],
    [5707, "an empty file", upload(new File([], "a.zip"))],
    [5709, "a file that is no ZIP", upload(new File(["a,b"], "a.zip"))],
    [5710, "a ZIP file of another layout", upload(new File([zip], "a.zip"), 1)],
    [5710, "an import of another layout", () => o.asyncImport(client, { body: { ...storage, fileTreeType: "1" } })],
    [5838, "data of no type", createProject({ dataType: 4 })],
    [5839, "an operator without a key", createProject({ operators: [{ label: "cat", type: "slot" }] })],
    [400, "a deadline that is none", createProject({ deadline: "soon" })],
    [5801, "a project's name that is taken", () => twice(createProject({}))],
  ];
}
