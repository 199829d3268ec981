import { Created } from "./created.ts";
import { uuid, type Annotation } from "./labeling-records.ts";
import { readPage } from "./read-page.ts";
import { queryUuid, readInteger, readOneOf, readText, readUuid } from "./read-values.ts";
import { Refusal } from "./refusal.ts";
import type { Call, Routes } from "./route.ts";

const statuses = ["accepted", "rejected", "flagged", "pending"];

/** Annotations: made by hand, decided on, and listed by the task or the project that they are of. */
export const annotationRoutes: Routes = {
  "GET /v1/labeling-annotations": ({ query, records }) => {
    const [task, project] = [queryUuid(query, "task_id"), queryUuid(query, "project_id")];
    const [status, label] = [query.get("status"), query.get("label")];
    const tasks = records.tasks.filter(({ id, project_id: of }) => (task ?? id) === id && (project ?? of) === of);
    const wanted = new Set(
      records.evaluations.filter((one) => tasks.some(({ id }) => id === one.task_id)).map(({ id }) => id),
    );
    const found = records.annotations.filter(
      (one) =>
        wanted.has(one.evaluation_id) &&
        (status === null || one["status"] === status) &&
        (label === null || one["label"] === label),
    );
    return readPage(query, found, { otherwise: 100, most: 1000, next: "next_page_cursor" });
  },
  "POST /v1/labeling-annotations": ({ body, records }) => {
    const evaluation = readUuid(body["evaluation_id"], "evaluation_id", "body");
    if (records.evaluations.every(({ id }) => id !== evaluation)) throw new Refusal(404, "Evaluation not found");
    const annotation = {
      explanation: null,
      message_part_index: null,
      ...body,
      id: uuid(5300 + records.annotations.length),
      evaluation_id: evaluation,
      origin_annotation_id: null,
      parent_labeling_annotation_id: null,
      status: "pending",
      start_offset: readInteger(body, "start_offset", 0),
      end_offset: readInteger(body, "end_offset", 0),
      label: readText(body, "label", 64),
      text: readText(body, "text"),
      reviewed: false,
      created_at: "2026-01-02T00:00:00Z",
      updated_at: "2026-01-02T00:00:00Z",
    };
    records.annotations.push(annotation);
    return new Created(annotation);
  },
  "GET /v1/labeling-annotations/{annotation_id}": find,
  "PATCH /v1/labeling-annotations/{annotation_id}": (call) => {
    const { status } = call.body;
    const annotation = find(call);
    if (status !== undefined && status !== null) readOneOf(status, ["body", "status"], statuses);
    const sent = Object.entries(call.body).filter(([, value]) => value !== null);
    return Object.assign(annotation, Object.fromEntries(sent));
  },
};

function find({ path, records }: Call): Annotation {
  const id = readUuid(path["annotation_id"], "annotation_id");
  const annotation = records.annotations.find((one) => one.id === id);
  if (!annotation) throw new Refusal(404, "Labeling annotation not found");
  return annotation;
}
