import { bad, findCampaign, findPool, findRequest } from "./helix-values.ts";
import type { HelixRecords } from "./helix-records.ts";
import { readList, readNumber, readOneOf, readText, type JsonObject } from "./read-values.ts";
import { Refusal } from "./refusal.ts";
import type { Call, Routes } from "./route.ts";

const custom = 5;
const bySequenceLength = 6;

/** Sampling packages: tasks that are drawn from a pool to check their quality. */
export const helixSamplingRoutes: Routes = {
  "POST /sampling/create": ({ body, records: { helix } }) => {
    const request = findRequest(helix, body["annotationRequestId"]);
    const { name } = findPool(helix, findCampaign(helix, request.info["campaignId"], 51008), body["poolName"]);
    checkCounts(body);
    checkInterception(body);
    if (request.tasks.size === 0) throw new Refusal(5606, "The pool has no tasks left");
    const samplingPackageId = 5888 + helix.samplings.size;
    helix.samplings.set(samplingPackageId, name);
    return { samplingPackageId };
  },
  "GET /sampling/getSamplingAccuracy": (call) => {
    findPackage(call);
    return { frameAccuracyRate: 50.2, instanceAccuracyRate: 30 };
  },
  "POST /sampling/process": (call) => {
    const { query } = call;
    const poolName = findPackage(call);
    if (readText(query.get("poolName"), bad("poolName")) !== poolName) throw new Refusal(4005, "poolName");
    const read = (name: string, allowed: readonly number[]): number =>
      readOneOf(Number(query.get(name) ?? Number.NaN), bad(name), allowed);
    read("pass", [1, 3]);
    read("noPass", [2, 3]);
    read("noPassProcessType", [1, 2]);
    read("noSampling", [1, 2, 3]);
    return true;
  },
};

function findPackage({ query, records }: Pick<Call, "query"> & { records: { helix: HelixRecords } }): string {
  const poolName = records.helix.samplings.get(Number(query.get("samplingPackageId") ?? Number.NaN));
  if (poolName === undefined) throw new Refusal(57008, "Sampling package does not exist");
  return poolName;
}

function checkCounts(body: JsonObject): void {
  if (body["sampleType"] !== undefined) readOneOf(body["sampleType"], bad("sampleType"), [1, 2]);
  for (const name of ["sampleCount", "samplingRatio", "samplingQuantity"]) {
    if (body[name] !== undefined) readNumber(body[name], bad(name));
  }
  if (body["samplingRatio"] !== undefined && body["samplingQuantity"] !== undefined) {
    throw new Refusal(57015, "samplingRatio and samplingQuantity exclude each other");
  }
}

function checkInterception({
  interceptionMode,
  interceptionFrame,
  sequenceLength,
  interceptionBoundary,
}: JsonObject): void {
  if (interceptionMode === undefined) return;
  const mode = readOneOf(interceptionMode, bad("interceptionMode"), [1, 2, 3, 4, custom, bySequenceLength]);
  if (mode === bySequenceLength) readNumber(sequenceLength, bad("sequenceLength"));
  else readNumber(interceptionFrame, bad("interceptionFrame"));
  if (mode === custom) readList(interceptionBoundary, bad("interceptionBoundary"));
}
