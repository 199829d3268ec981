import { showBasicUser, type User } from "./accounts.ts";
import type { JsonObject } from "./json-value.ts";
import { internalOrigin } from "./page.ts";

interface NewRow {
  readonly id: number;
  readonly name: string;
  readonly owner: User | undefined;
  /** The id of the organization it belongs to; null for the personal workspace. */
  readonly organization: number | null;
}

const time = "2026-01-01T00:00:00Z";

function common({ id, name, owner, organization }: NewRow, path: string): JsonObject {
  return {
    url: `${internalOrigin}/api/${path}/${id}`,
    id,
    name,
    owner: owner === undefined ? null : showBasicUser(owner),
    assignee: null,
    assignee_updated_date: null,
    bug_tracker: "",
    created_date: time,
    updated_date: time,
    status: "annotation",
    guide_id: null,
    organization,
    organization_id: organization,
    target_storage: null,
    source_storage: null,
    labels: { url: `${internalOrigin}/api/labels?${path.slice(0, -1)}_id=${id}` },
  };
}

export function makeProject(row: NewRow): JsonObject {
  const tasks = { count: 0, url: `${internalOrigin}/api/tasks?project_id=${row.id}` };
  return { ...common(row, "projects"), task_subsets: [], dimension: null, tasks };
}

export function makeTask(row: NewRow): JsonObject {
  return {
    ...common(row, "tasks"),
    project_id: null,
    project_name: null,
    overlap: null,
    segment_size: 0,
    data: null,
    dimension: "2d",
    mode: "",
    media_type: "",
    subset: "",
    jobs: { count: 0, completed: 0, validation: 0, url: `${internalOrigin}/api/jobs?task_id=${row.id}` },
    validation_mode: null,
    consensus_enabled: false,
  };
}

interface NewJob {
  readonly id: number;
  readonly task: JsonObject;
  readonly assignee: User | undefined;
  readonly frameCount: number;
}

export function makeJob({ id, task, assignee, frameCount }: NewJob): JsonObject {
  return {
    url: `${internalOrigin}/api/jobs/${id}`,
    id,
    task_id: task["id"],
    task_name: task["name"],
    project_id: task["project_id"],
    project_name: task["project_name"],
    assignee: assignee === undefined ? null : showBasicUser(assignee),
    assignee_updated_date: null,
    guide_id: null,
    dimension: "2d",
    mode: "annotation",
    media_type: "image",
    bug_tracker: null,
    status: "annotation",
    stage: "annotation",
    state: "new",
    type: "annotation",
    frame_count: frameCount,
    start_frame: 0,
    stop_frame: frameCount - 1,
    data_chunk_size: 72,
    data_compressed_chunk_type: "imageset",
    data_original_chunk_type: "imageset",
    created_date: time,
    updated_date: time,
    issues: { count: 0, url: `${internalOrigin}/api/issues?job_id=${id}` },
    labels: { url: `${internalOrigin}/api/labels?job_id=${id}` },
    organization: task["organization"],
    target_storage: null,
    source_storage: null,
    parent_job_id: null,
    consensus_replicas: 0,
    replicas_count: 0,
  };
}

export function makeLabel(given: JsonObject): JsonObject {
  const defaults = { color: "#33ddff", type: "any", attributes: [], sublabels: [], parent_id: null, has_parent: false };
  return { ...defaults, ...given };
}
