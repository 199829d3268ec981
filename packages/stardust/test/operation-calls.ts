import type { Result, StardustClient } from "@labelwire/stardust";
import type { StardustHelixClient } from "@labelwire/stardust/helix";
import * as helixOperations from "@labelwire/stardust/helix/operations";
import * as operations from "@labelwire/stardust/operations";

type Calls = Readonly<Record<string, () => Promise<Result<unknown>>>>;

const big = "358183635683250176";
const pools = [
  { name: "in", runMode: 0 as const, type: 0 as const, workers: [] },
  { name: "out", runMode: 0 as const, type: 5 as const, workers: [] },
];
const workflow = { vertex: pools };
const operator = { key: "box2d-1", label: "cat", type: "slot", slotSpecification: { type: "box2d" } };

/** One call of every operation of the generic set, with its parameters and its body as full as the types allow. */
export function callEveryOperation(client: StardustClient): Calls {
  const o = operations;
  const storage = { accessKey: "k", secreteKey: "s", endpoint: "https://s.test", vendorType: "gcs" };
  return {
    requestAnnotation: () =>
      o.requestAnnotation(client, {
        body: { projectId: big, workflowId: 1, datasetId: 8545436153352348001n, dataIds: ["1"] },
      }),
    runStat: () => o.runStat(client, { body: { projectId: 1, workflowId: big } }),
    asyncImport: () =>
      o.asyncImport(client, {
        body: { resourceUrl: "gs://b/p", fileTreeType: "0", dataType: 2, name: "cats", externalStorage: storage },
      }),
    getStatus: () => o.getStatus(client, { params: { query: { datasetId: "1" } } }),
    syncUpload: () =>
      o.syncUpload(client, { body: { uploadFile: new Blob(["zip"]), fileTreeType: 0, dataType: 3, name: "cats" } }),
    createFolder: () => o.createFolder(client, { body: { name: "cats", externalId: "f-1" } }),
    createProject: () =>
      o.createProject(client, {
        body: {
          name: "cats",
          dataType: 2,
          description: "cats, all of them",
          deadline: "2027-01-01",
          operators: [{ ...operator, type: "slotChildren", children: [operator] }],
          folderId: big,
          projectManager: "ada",
          teamNames: ["one"],
          workflow,
        },
      }),
    getProjectInfo: () => o.getProjectInfo(client, { params: { query: { projectId: 1n } } }),
    listProject: () => o.listProject(client, { body: { status: 1, dataType: 2, offset: 1, limit: 5 } }),
    listTask: () =>
      o.listTask(client, { body: { projectId: big, status: 1, startTime: 0, endTime: 1, offset: 2, limit: 5 } }),
    getTask: () => o.getTask(client, { body: { projectId: big, taskId: big } }),
    sendTask: () => o.sendTask(client, { body: { projectId: 1, resourceUrl: "https://a.test/1.jsonl" } }),
    checkSendStatus: () => o.checkSendStatus(client, { body: { batchId: "1" } }),
    reSending: () => o.reSending(client, { params: { path: { taskId: big } } }),
    exportTasks: () =>
      o.exportTasks(client, {
        body: {
          projectId: big,
          completeTimeAfter: "2026-01-01",
          completeTimeBefore: "2026-02-01",
          taskIds: [1, 2n, big],
        },
      }),
    createWorkflow: () => o.createWorkflow(client, { body: { projectId: 1, workflow } }),
  };
}

const annotationRequest = {
  annotationRequestId: "r",
  annotationRequestName: "r",
  campaignId: "c",
  sceneIdMap: { s: "gs://b/1.json" },
  operatorKeys: ["box2d-1"],
};

/** The same for the Helix set. */
export function callEveryHelixOperation(client: StardustHelixClient): Calls {
  const o = helixOperations;
  const ofCampaign = { params: { query: { campaignId: "c" } } };
  const ofRequest = { params: { query: { annotationRequestId: "r" } } };
  const page = { params: { query: { annotationRequestId: ["r", "s"], offset: 1, limit: 100 } } };
  const settling = { pass: 1, noPass: 2, noPassProcessType: 1, noSampling: 3 } as const;
  return {
    createAnnotationRequest: () => o.createAnnotationRequest(client, { body: annotationRequest }),
    getAnnotationRequest: () => o.getAnnotationRequest(client, ofRequest),
    getTaskSchedule: () => o.getTaskSchedule(client, ofRequest),
    createCampaign: () =>
      o.createCampaign(client, {
        body: {
          campaignId: "c",
          campaignName: "cats",
          workflowType: "Manual Template",
          taxonomyVersionName: "v1",
          folderName: "animals",
          campaignType: "Formal",
        },
      }),
    queryCampaignByFolder: () => o.queryCampaignByFolder(client, { params: { query: { folderName: "animals" } } }),
    queryCampaign: () => o.queryCampaign(client, { params: { path: { campaignName: "cats" } } }),
    createFolder: () =>
      o.createFolder(client, { body: { helixProjectId: "f", name: "f", helixBucketNameList: ["bucket"] } }),
    getAllFolder: () => o.getAllFolder(client),
    getFolder: () => o.getFolder(client, { params: { path: { helixProjectId: "f" } } }),
    updateFolder: () => o.updateFolder(client, { body: { helixProjectId: "f", helixStatus: "inactive" } }),
    getPastIncidents: () => o.getPastIncidents(client),
    getSystemStatus: () => o.getSystemStatus(client),
    createSampling: () =>
      o.createSampling(client, {
        body: {
          annotationRequestId: "r",
          poolName: "p",
          sampleType: 1,
          sampleCount: 5,
          samplingRatio: 0.5,
          interceptionMode: 5,
          interceptionFrame: 3,
          interceptionBoundary: [{ start: 1, end: 2 }],
        },
      }),
    getSamplingAccuracy: () => o.getSamplingAccuracy(client, { params: { query: { samplingPackageId: 5888 } } }),
    samplingProcessing: () =>
      o.samplingProcessing(client, { params: { query: { samplingPackageId: 5888, poolName: "p", ...settling } } }),
    getStatistics: () => o.getStatistics(client, page),
    getRankLabelers: () => o.getRankLabelers(client, ofCampaign),
    getWorkerEffciency: () =>
      o.getWorkerEffciency(client, { params: { query: { campaignId: "c", aliceName: "ada" } } }),
    getFrames: () => o.getFrames(client, ofCampaign),
    getStatisticsRecord: () => o.getStatisticsRecord(client, page),
    getTask: () => o.getTask(client, { body: { campaignId: "c", annotationRequestId: "r", sceneId: "s" } }),
    createTaxonomy: () =>
      o.createTaxonomy(client, {
        body: { taxonomyVersionName: "v1", taxonomyDetails: [{ ...operator, children: [operator] }] },
      }),
    addWorkforce: () =>
      o.addWorkforce(client, {
        body: { campaignId: "c", poolName: "p", aliceNameList: ["ada"], annotationRequestId: "r" },
      }),
    createWorkflowTemplate: () =>
      o.createWorkflowTemplate(client, {
        body: { name: "t", nodes: [{ name: "in", type: "DISTRIBUTION" }], edges: [{ from: "in", to: "out" }] },
      }),
    getWorkflowTemplate: () => o.getWorkflowTemplate(client, { params: { query: { templateName: "t" } } }),
  };
}
