import { objectId } from "./object-id.ts";
import { readPage } from "./read-page.ts";
import { Refusal } from "./refusal.ts";
import { readId, readList, readObject, readOneOf, readQueryJson, readString, readStrings } from "./read-values.ts";
import type { Answer, Call, Routes } from "./route.ts";

const projectRoles = ["Manager", "Labeler", "Reviewer", "Lead"];
const metrics = [
  "LabelStageGroups",
  "TimePerTask",
  "AnnotationStatus",
  "AnswerDistribution",
  "ConsensusRanges",
  "AssetSize",
];

export const projectRoutes: Routes = {
  "GET /listProjects": ({ query, records }) => ({
    data: { projects: readPage(query, records.projects), total: records.projects.length },
  }),
  "POST /project": ({ body, records }) => {
    const name = readString(body["name"], "name");
    readOneOf(body["type"] ?? "ango", "type", ["ango", "pct", "iframe"]);
    const project = { ...body, name, _id: objectId(records.projects.length), deleted: false };
    records.projects.push(project);
    return { status: 201, data: { project } };
  },
  "GET /project/{projectId}": findProject,
  "POST /project/{projectId}": findProject,
  "DELETE /project/{projectId}": nothingAfter(["projectId"]),
  "POST /project/{projectId}/assigned": nothingAfter(["projectId"], ({ body }) => {
    readStrings(body["assignees"], "assignees");
    readOneOf(body["role"], "role", projectRoles);
  }),
  "POST /project/{projectId}/instructions": nothingAfter(["projectId"], ({ form }) => {
    if (!(form?.get("file") instanceof Blob)) throw new Refusal(400, "file is required");
  }),
  "POST /project/{projectId}/assetBuilderTemplates": nothingAfter(["projectId"]),
  "POST /project/{projectId}/rerun-webhook": nothingAfter(["projectId"], ({ body }) => {
    readString(body["stageId"], "stageId");
  }),
  "GET /project/{projectId}/assets": ({ path, query, records }) => {
    readId(path["projectId"], "Project");
    readObject(readQueryJson(query, "filters") ?? {}, "filters");
    return { data: { assets: readPage(query, records.assets) } };
  },
  "DELETE /project/{projectId}/assets": nothingAfter(["projectId"], ({ body }) => {
    readStrings(body["assets"], "assets");
  }),
  "POST /batches/{projectId}": (call) => {
    for (const batch of readList(call.body["batches"], "batches"))
      readString(readObject(batch, "batch")["name"], "name");
    return findProject(call);
  },
  "POST /assignBatches": ({ body }) => {
    readId(readString(body["projectId"], "projectId"), "Project");
    readStrings(body["assets"], "assets");
    readStrings(body["batches"], "batches");
    return { data: {} };
  },
  "POST /performance/{projectId}": ({ path, body }) => {
    readId(path["projectId"], "Project");
    for (const name of ["startDate", "endDate"]) if (body[name] !== undefined) readString(body[name], name);
    return { data: { performance: {} } };
  },
  "GET /{projectId}/overview/{metric}": nothingAfter(["projectId"], ({ path }) => {
    readOneOf(path["metric"], "metric", metrics);
  }),
};

function findProject({ path, body, records }: Call): Answer {
  const id = readId(path["projectId"], "Project");
  const project = records.projects.find(({ _id }) => _id === id) ?? { name: "Project" };
  return { data: { project: { ...project, ...body, _id: id } } };
}

/** A route whose answer no reference shows: it checks what was sent, and answers with an empty `data`. */
function nothingAfter(ids: readonly string[], check?: (call: Call) => void): (call: Call) => Answer {
  return (call) => {
    for (const id of ids) readId(call.path[id], "Project");
    check?.(call);
    return { data: {} };
  };
}
