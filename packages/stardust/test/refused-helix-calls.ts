import { unwrap } from "@labelwire/stardust";
import type { Schema, StardustHelixClient, StardustHelixErrorCode } from "@labelwire/stardust/helix";
import * as operations from "@labelwire/stardust/helix/operations";
import type { Refused } from "./refused-calls.ts";

const operator = { key: "box2d-1", label: "cat", type: "slot", slotSpecification: { type: "box2d" } };
const good = { nodes: [node("in", "DISTRIBUTION"), node("out", "COMPLETE")], edges: [{ from: "in", to: "out" }] };

function node(name: string, type: Schema<"WorkflowNode">["type"]): Schema<"WorkflowNode"> {
  return { name, type };
}

/** What JavaScript callers can pass. */
function untyped(given: unknown): never {
  return given as never;
}

/** What the Helix set refuses and why, after `callEveryHelixOperation`. */
export function callRefusedByHelix(client: StardustHelixClient): readonly Refused<StardustHelixErrorCode>[] {
  const o = operations;
  const createFolder = (change: object) => () =>
    o.createFolder(client, { body: { helixProjectId: "g", name: "g", helixBucketNameList: ["b"], ...change } });
  const createTemplate = (change: object) => () =>
    o.createWorkflowTemplate(client, { body: { name: "u", ...good, ...change } });
  const createTaxonomy =
    (taxonomyDetails: unknown[], taxonomyVersionName = "v2") =>
    () =>
      o.createTaxonomy(client, { body: { taxonomyVersionName, taxonomyDetails: untyped(taxonomyDetails) } });
  const campaign = {
    campaignId: "d",
    campaignName: "dogs",
    workflowType: "t",
    taxonomyVersionName: "v1",
    folderName: "animals",
    campaignType: "POC" as const,
  };
  const createCampaign = (change: object) => () => o.createCampaign(client, { body: { ...campaign, ...change } });
  const request = {
    annotationRequestId: "q",
    annotationRequestName: "q",
    campaignId: "c",
    sceneIdMap: { s: "gs://b/1.json" },
  };
  const createRequest = (change: object) => () =>
    o.createAnnotationRequest(client, { body: { ...request, ...change } });
  const addWorkforce = (change: object) => () =>
    o.addWorkforce(client, { body: { campaignId: "c", poolName: "label", aliceNameList: ["ada"], ...change } });
  const draw = (change: object) => () =>
    o.createSampling(client, { body: { annotationRequestId: "r", poolName: "label", ...change } });
  const getTask = (change: object) => () =>
    o.getTask(client, { body: { campaignId: "c", annotationRequestId: "r", sceneId: "s", ...change } });
  const noCampaign = { params: { query: { campaignId: "x" } } };
  const input = { key: "i", label: "i", type: "input" };
  return [
    [54001, "a folder that is there", createFolder({ helixProjectId: "f", name: "animals" })],
    [54002, "a folder's id that is taken", createFolder({ helixProjectId: "f" })],
    [54003, "a folder's name that is taken", createFolder({ name: "animals" })],
    [54010, "a bucket's path", createFolder({ helixBucketNameList: ["gs://b"] })],
    [54011, "a bucket's name of 256 bytes", createFolder({ helixBucketNameList: ["b".repeat(256)] })],
    [4005, "a name of 256 bytes", createFolder({ name: "n".repeat(256) })],
    [54004, "a folder that is not there", () => o.getFolder(client, { params: { path: { helixProjectId: "x" } } })],
    [
      54004,
      "a change of a folder that is not there",
      () => o.updateFolder(client, { body: { helixProjectId: "x", helixStatus: "active" } }),
    ],
    [
      54008,
      "a folder's status that does not exist",
      () => o.updateFolder(client, { body: { helixProjectId: "f", helixStatus: untyped("gone") } }),
    ],
    [50529, "a template's name that is taken", createTemplate({ name: "t" })],
    [50528, "21 pools", createTemplate({ nodes: Array.from({ length: 21 }, (_, i) => node(`p${i}`, "CHECK")) })],
    [
      50530,
      "a pool of no type",
      createTemplate({ nodes: [untyped({ name: "in", type: "FIRST" }), node("out", "COMPLETE")] }),
    ],
    [50525, "two pools of one name", createTemplate({ nodes: [node("in", "CHECK"), ...good.nodes] })],
    [50522, "a way to no pool", createTemplate({ edges: [{ from: "in", to: "x" }] })],
    [50523, "a template that does not end with completion", createTemplate({ nodes: [...good.nodes].reverse() })],
    [50526, "a pool without ways", createTemplate({ nodes: [node("alone", "CHECK"), ...good.nodes] })],
    [
      50527,
      "a pool with two ways out",
      createTemplate({
        nodes: [node("check", "CHECK"), ...good.nodes],
        edges: [...good.edges, { from: "in", to: "check" }],
      }),
    ],
    [50531, "a way out of completion", createTemplate({ edges: [...good.edges, { from: "out", to: "in" }] })],
    [
      4005,
      "a template that is not there",
      () => o.getWorkflowTemplate(client, { params: { query: { templateName: "x" } } }),
    ],
    [57003, "a taxonomy's name that is taken", createTaxonomy([operator], "v1")],
    [57001, "a taxonomy of no operators", createTaxonomy([{ label: "cat" }])],
    [57002, "two operators of one key", createTaxonomy([operator, { ...operator, label: "dog" }])],
    [57012, "two operators of one label", createTaxonomy([operator, { ...operator, key: "box2d-2" }])],
    [
      57004,
      "a mapping to no child",
      createTaxonomy([{ ...operator, slotSpecification: { type: "box3d", imageSourceMapping: ["x"] } }]),
    ],
    [
      57005,
      "a minimum above its maximum",
      createTaxonomy([{ ...operator, instanceOption: { minQuantity: 2, maxQuantity: 1 } }]),
    ],
    [
      57006,
      "a default that is no option",
      createTaxonomy([
        { ...input, inputSpecification: { type: "select", items: [{ label: "a", value: "a" }], default: "b" } },
      ]),
    ],
    [51000, "a campaign without a name", createCampaign({ campaignName: "" })],
    [51001, "a campaign that is there", createCampaign({ campaignId: "c", campaignName: "wild cats & others" })],
    [51003, "a campaign's id that is taken", createCampaign({ campaignId: "c" })],
    [51004, "a campaign's name that is taken", createCampaign({ campaignName: "wild cats & others" })],
    [50524, "a workflow that is not there", createCampaign({ workflowType: "x" })],
    [51009, "a campaign that is not there", () => o.queryCampaign(client, { params: { path: { campaignName: "x" } } })],
    [
      54007,
      "campaigns of a folder that is not there",
      () => o.queryCampaignByFolder(client, { params: { query: { folderName: "x" } } }),
    ],
    [53001, "a request that is there", createRequest({ annotationRequestId: "r", annotationRequestName: "r" })],
    [53004, "a request's id that is taken", createRequest({ annotationRequestId: "r" })],
    [53005, "a request's name that is taken", createRequest({ annotationRequestName: "r" })],
    [51008, "a request in no campaign", createRequest({ campaignId: "x" })],
    [52003, "a key that the taxonomy has not", createRequest({ operatorKeys: ["x"] })],
    [
      53003,
      "the schedule of a request that is not there",
      () => o.getTaskSchedule(client, { params: { query: { annotationRequestId: "x" } } }),
    ],
    [51008, "a task of no campaign", getTask({ campaignId: "x" })],
    [53003, "a task of no request", getTask({ annotationRequestId: "x" })],
    [56001, "the task of a scene that is not there", getTask({ sceneId: "x" })],
    [51006, "workers for no campaign", addWorkforce({ campaignId: "x" })],
    [53003, "workers for no request", addWorkforce({ annotationRequestId: "x" })],
    [55005, "workers for no pool", addWorkforce({ poolName: "x" })],
    [55003, "workers for a pool where nobody works", addWorkforce({ poolName: "in" })],
    [53003, "a sample of no request", draw({ annotationRequestId: "x" })],
    [55005, "a sample of no pool", draw({ poolName: "x" })],
    [57015, "a ratio and a quantity", draw({ samplingRatio: 0.5, samplingQuantity: 3 })],
    [4005, "a length of sequences that is missing", draw({ interceptionMode: 6 })],
    [4005, "ranges of frames that are missing", draw({ interceptionMode: 5, interceptionFrame: 1 })],
    [
      5606,
      "a sample of nothing",
      async () => {
        await unwrap(createRequest({})()); // Its one scene belongs to another request.
        return draw({ annotationRequestId: "q" })();
      },
    ],
    [
      57008,
      "the accuracy of a sample that was not drawn",
      () => o.getSamplingAccuracy(client, { params: { query: { samplingPackageId: 1 } } }),
    ],
    [51008, "frames of no campaign", () => o.getFrames(client, noCampaign)],
    [51008, "a ranking of no campaign", () => o.getRankLabelers(client, noCampaign)],
    [
      54001,
      "the pace of nobody",
      () => o.getWorkerEffciency(client, { params: { query: { campaignId: "c", aliceName: "nobody" } } }),
    ],
    [
      53003,
      "the history of a request that is not there",
      () => o.getStatisticsRecord(client, { params: { query: { annotationRequestId: ["r", "x"] } } }),
    ],
    [
      53003,
      "figures of a request that is not there",
      () => o.getStatistics(client, { params: { query: { annotationRequestId: ["x"] } } }),
    ],
  ];
}
