import type { Result, StardustClient } from "@labelwire/stardust";
import type { StardustHelixClient } from "@labelwire/stardust/helix";
import * as helixOperations from "@labelwire/stardust/helix/operations";
import * as operations from "@labelwire/stardust/operations";
import { writeZip } from "@labelwire/core/msw";

type Calls = Readonly<Record<string, () => Promise<Result<unknown>>>>;

const big = "358183635683250176";
const dataset = "8545436153352348001";
const pools = [
  { name: "in", runMode: 0 as const, type: 0 as const, workers: [] },
  { name: "out", runMode: 0 as const, type: 5 as const, workers: [] },
];
const workflow = { vertex: pools };
const operator = { key: "box2d-1", label: "cat", type: "slot", slotSpecification: { type: "box2d" } };

/**
 * One call of every operation of the generic set, with its parameters and its body as full as the types allow. In this order they are
 * a story that makes sense: what is asked for was made before, or is what the documentation's samples have.
 */
export function callEveryOperation(client: StardustClient): Calls {
  const o = operations;
  const archive = new File([writeZip([{ name: "front/1.jpg", content: "a cat" }])], "cats.zip");
  const storage = { accessKey: "k", secreteKey: "s", endpoint: "https://s.test", vendorType: "gcs" };
  return {
    createFolder: () => o.createFolder(client, { body: { name: "cats", externalId: "f-1" } }),
    listProject: () => o.listProject(client, { body: { status: 1, dataType: 2, offset: 1, limit: 5 } }),
    getProjectInfo: () => o.getProjectInfo(client, { params: { query: { projectId: 1n } } }),
    createWorkflow: () => o.createWorkflow(client, { body: { projectId: 1, workflow } }),
    runStat: () => o.runStat(client, { body: { projectId: 1, workflowId: big } }),
    listTask: () =>
      o.listTask(client, {
        body: { projectId: big, status: 1, startTime: 0, endTime: 1_800_000_000_000, offset: 2, limit: 5 },
      }),
    getTask: () => o.getTask(client, { body: { projectId: big, taskId: big } }),
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
    getStatus: () => o.getStatus(client, { params: { query: { datasetId: dataset } } }),
    requestAnnotation: () =>
      o.requestAnnotation(client, {
        body: { projectId: big, workflowId: 0, datasetId: BigInt(dataset), dataIds: ["111"] },
      }),
    asyncImport: () =>
      o.asyncImport(client, {
        body: { resourceUrl: "gs://b/p", fileTreeType: "0", dataType: 2, name: "cats", externalStorage: storage },
      }),
    syncUpload: () =>
      o.syncUpload(client, { body: { uploadFile: archive, fileTreeType: 0, dataType: 3, name: "dogs" } }),
    checkSendStatus: () => o.checkSendStatus(client, { body: { batchId: "1948529430730380288" } }),
    sendTask: () => o.sendTask(client, { body: { projectId: 1, resourceUrl: "https://a.test/1.jsonl" } }),
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
  };
}

const campaign = {
  campaignId: "c",
  campaignName: "wild cats & others",
  workflowType: "t",
  taxonomyVersionName: "v1",
  folderName: "animals",
  campaignType: "Formal",
} as const;
const annotationRequest = {
  annotationRequestId: "r",
  annotationRequestName: "r",
  campaignId: "c",
  sceneIdMap: { s: "gs://b/1.json" },
  operatorKeys: ["box2d-1"],
};
const nodes = [
  { name: "in", type: "DISTRIBUTION" },
  { name: "label", type: "ANNOTATION" },
  { name: "out", type: "COMPLETE" },
] as const;
const edges = [
  { from: "in", to: "label" },
  { from: "label", to: "out" },
];

/** The same for the Helix set. */
export function callEveryHelixOperation(client: StardustHelixClient): Calls {
  const o = helixOperations;
  const ofCampaign = { params: { query: { campaignId: "c" } } };
  const ofRequest = { params: { query: { annotationRequestId: "r" } } };
  const page = { params: { query: { annotationRequestId: ["r", "r"], offset: 1, limit: 100 } } };
  const settling = { pass: 1, noPass: 2, noPassProcessType: 1, noSampling: 3 } as const;
  const aliceName = "1234567890abcdef";
  return {
    createFolder: () =>
      o.createFolder(client, { body: { helixProjectId: "f", name: "animals", helixBucketNameList: ["bucket"] } }),
    updateFolder: () => o.updateFolder(client, { body: { helixProjectId: "f", helixStatus: "inactive" } }),
    getFolder: () => o.getFolder(client, { params: { path: { helixProjectId: "f" } } }),
    getAllFolder: () => o.getAllFolder(client),
    createTaxonomy: () =>
      o.createTaxonomy(client, {
        body: {
          taxonomyVersionName: "v1",
          taxonomyDetails: [{ ...operator, children: [{ ...operator, key: "box2d-2", label: "paw" }] }],
        },
      }),
    createWorkflowTemplate: () =>
      o.createWorkflowTemplate(client, { body: { name: "t", nodes: [...nodes], edges: [...edges] } }),
    getWorkflowTemplate: () => o.getWorkflowTemplate(client, { params: { query: { templateName: "t" } } }),
    createCampaign: () => o.createCampaign(client, { body: campaign }),
    queryCampaign: () => o.queryCampaign(client, { params: { path: { campaignName: campaign.campaignName } } }),
    queryCampaignByFolder: () => o.queryCampaignByFolder(client, { params: { query: { folderName: "animals" } } }),
    createAnnotationRequest: () => o.createAnnotationRequest(client, { body: annotationRequest }),
    getAnnotationRequest: () => o.getAnnotationRequest(client, ofRequest),
    getTaskSchedule: () => o.getTaskSchedule(client, ofRequest),
    getTask: () => o.getTask(client, { body: { campaignId: "c", annotationRequestId: "r", sceneId: "s" } }),
    addWorkforce: () =>
      o.addWorkforce(client, {
        body: { campaignId: "c", poolName: "label", aliceNameList: [aliceName], annotationRequestId: "r" },
      }),
    createSampling: () =>
      o.createSampling(client, {
        body: {
          annotationRequestId: "r",
          poolName: "label",
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
      o.samplingProcessing(client, { params: { query: { samplingPackageId: 5888, poolName: "label", ...settling } } }),
    getStatistics: () => o.getStatistics(client, page),
    getStatisticsRecord: () => o.getStatisticsRecord(client, page),
    getRankLabelers: () => o.getRankLabelers(client, ofCampaign),
    getWorkerEffciency: () => o.getWorkerEffciency(client, { params: { query: { campaignId: "c", aliceName } } }),
    getFrames: () => o.getFrames(client, ofCampaign),
    getPastIncidents: () => o.getPastIncidents(client),
    getSystemStatus: () => o.getSystemStatus(client),
  };
}
