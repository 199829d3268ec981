import type { AnnotationRequest } from "./helix-records.ts";
import { bad, findCampaign, findRequest, readShortText } from "./helix-values.ts";
import { readObject, readText, readTexts } from "./read-values.ts";
import { Refusal } from "./refusal.ts";
import type { Call, Routes } from "./route.ts";

/** Annotation requests: scenes that become tasks, and how far they are. */
export const helixAnnotationRoutes: Routes = {
  "POST /annotation-request": createRequest,
  "GET /annotation-request": ({ query, records }) => {
    const id = readText(query.get("annotationRequestId"), bad("annotationRequestId"));
    const request = records.helix.requests.find((one) => one.id === id);
    // An unknown id is a status here, and not a failure.
    return request ? showState(request) : { status: "ID_NOT_EXISTS" };
  },
  "GET /annotation-request/task/schedule": ({ query, records }) => {
    const request = findRequest(records.helix, query.get("annotationRequestId"));
    request.scheduleLooks += 1;
    const isDone = request.scheduleLooks > 1;
    const scenes = isDone ? [...request.tasks.keys()] : [];
    return {
      status: isDone ? "Completed" : "In Progress",
      completionPoolSchedule: isDone ? 100 : 0,
      completionSceneMap: Object.fromEntries(scenes.map((scene) => [scene, `gs://rosetta-data/${scene}.json`])),
    };
  },
  "POST /task/get": ({ body, records: { helix } }) => {
    findCampaign(helix, body["campaignId"], 51008);
    const request = findRequest(helix, body["annotationRequestId"]);
    const task = request.tasks.get(readText(body["sceneId"], bad("sceneId")));
    if (task === undefined) throw new Refusal(56001, "Scene id does not exist");
    const viewUrl = `https://portal-prod.rosettalab.top/rosetta-open/task/1234/${task}/viewOnly`;
    return { viewUrl, status: request.scheduleLooks > 1 ? 11 : 1 };
  },
};

function createRequest({ body, records: { helix } }: Call): null {
  const id = readShortText(body["annotationRequestId"], "annotationRequestId");
  const name = readShortText(body["annotationRequestName"], "annotationRequestName");
  const sameId = helix.requests.some((request) => request.id === id);
  const sameName = helix.requests.some((request) => request.name === name);
  if (sameId && sameName) throw new Refusal(53001, "Repeated annotation request");
  if (sameId) throw new Refusal(53004, "Duplicate annotationRequestId");
  if (sameName) throw new Refusal(53005, "Duplicate annotationRequestName");
  const campaign = findCampaign(helix, body["campaignId"], 51008);
  const keys = helix.taxonomies.get(campaign.taxonomyVersionName) ?? [];
  const operatorKeys = body["operatorKeys"] === undefined ? [] : readTexts(body["operatorKeys"], bad("operatorKeys"));
  if (!operatorKeys.every((key) => keys.includes(key))) throw new Refusal(52003, "operatorKeys not in the taxonomy");

  const scenes = Object.entries(readObject(body["sceneIdMap"], bad("sceneIdMap")));
  const taken = new Set(helix.requests.flatMap(({ tasks }) => [...tasks.keys()]));
  const [tasks, errors] = [new Map<string, bigint>(), new Map<string, string>()];
  for (const [index, [scene, url]] of scenes.entries()) {
    if (!readText(url, bad("sceneIdMap")).startsWith("gs://")) errors.set(scene, "Data type mismatch");
    else if (taken.has(scene)) errors.set(scene, "Scene id already exists");
    else tasks.set(scene, 466917967054115000n + BigInt(1000 * helix.requests.length + index));
  }
  helix.requests.push({ info: body, id, name, tasks, errors, looks: 0, scheduleLooks: 0 });
  return null;
}

function showState(request: AnnotationRequest): object {
  request.looks += 1;
  const { tasks, errors, info, looks } = request;
  if (looks === 1) return { status: "PROCESSING", successSchedule: 0, errorSchedule: 0, annotationRequestInfo: info };
  const count = tasks.size + errors.size;
  return {
    status: "FINISHED",
    successTaskMap: Object.fromEntries([...tasks].map(([scene, task]) => [String(task), scene])),
    errorSceneIdMap: Object.fromEntries(errors),
    successSchedule: percent(tasks.size, count),
    errorSchedule: percent(errors.size, count),
    annotationRequestInfo: info,
  };
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100;
}
