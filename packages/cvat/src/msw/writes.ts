import { isPlainObject } from "@labelwire/core";
import { sentBody, type Item, type MockChange, type MockTools, type MockWrite } from "@labelwire/core/msw";

/** The user whose credential the mock takes every credential for. */
function currentUser(tools: MockTools<never>): Item {
  return basicUser(tools.items("users")[0]);
}

/** What is written of an item where the server takes an id and answers with a user. */
export function writeUsers({ sent, before }: MockWrite, tools: MockTools<never>): Item {
  const written: Item = before ? {} : { owner: currentUser(tools), assignee: null };
  const users = ["owner", "assignee", "user"].flatMap((name): [string, unknown][] => {
    const id = sent[`${name}_id`] ?? (typeof sent[name] === "object" ? undefined : sent[name]);
    if (sent[`${name}_id`] === null) return [[name, null]];
    return id === undefined ? [] : [[name, basicUser(tools.item("users", id))]];
  });
  return { ...written, ...sent, ...Object.fromEntries(users) };
}

/** What a new task is without its data. */
export function writeTask(write: MockWrite, tools: MockTools<never>): Item {
  const written = writeUsers(write, tools);
  if (write.before) return written;
  const project = typeof written["project_id"] === "number" ? tools.item("projects", written["project_id"]) : undefined;
  return {
    project_id: null,
    project_name: project?.["name"] ?? null,
    bug_tracker: "",
    subset: "",
    segment_size: 0,
    overlap: null,
    ...written,
    status: "annotation",
    size: 0,
    data: null,
    mode: "",
    guide_id: null,
    jobs: { count: 0, completed: 0, validation: 0 },
    validation_mode: null,
    consensus_enabled: false,
  };
}

/** What a new project is. */
export function writeProject(write: MockWrite, tools: MockTools<never>): Item {
  const written = writeUsers(write, tools);
  if (write.before) return written;
  return { bug_tracker: "", ...written, status: "annotation", tasks: { count: 0 }, task_subsets: [], guide_id: null };
}

/** Writes what follows from a change: labels of a task, comments of an issue, and the end of what belonged to what is gone. */
export function followChange({ exchange, resource, does, item }: MockChange, tools: MockTools<never>): void {
  const { labels, message } = sentBody(exchange);
  if (does === "delete") removeParts(resource, item, tools);
  else if (resource === "tasks" || resource === "projects")
    writeLabels(labels, { parent: toParent(resource, item), tools });
  else if (resource === "issues" && does === "create") {
    tools.create("comments", { issue: item["id"], message, owner: item["owner"] });
  } else if (resource === "jobs") countJobs(item["task_id"], tools);
  if (resource === "tasks" && typeof item["project_id"] === "number") countTasks(item["project_id"], tools);
}

interface LabelWrite {
  readonly parent: Item;
  readonly tools: MockTools<never>;
}

function writeLabels(labels: unknown, { parent, tools }: LabelWrite): void {
  for (const label of Array.isArray(labels) ? labels.filter(isPlainObject) : []) {
    const { id, deleted, ...fields } = label;
    if (deleted === true) tools.remove("labels", id);
    else if (id !== undefined) tools.update("labels", id, fields);
    else
      tools.create("labels", {
        type: "any",
        attributes: [],
        sublabels: [],
        parent_id: null,
        has_parent: false,
        ...fields,
        ...parent,
      });
  }
}

function toParent(resource: "tasks" | "projects", { id }: Item): Item {
  return resource === "tasks" ? { task_id: id, project_id: null } : { task_id: null, project_id: id };
}

const parts: Readonly<Record<string, readonly (readonly [collection: string, property: string])[]>> = {
  projects: [
    ["tasks", "project_id"],
    ["labels", "project_id"],
    ["jobs", "project_id"],
  ],
  tasks: [
    ["jobs", "task_id"],
    ["labels", "task_id"],
  ],
  issues: [["comments", "issue"]],
  organizations: [["memberships", "organization"]],
};

function removeParts(resource: string, { id }: Item, tools: MockTools<never>): void {
  for (const [collection, property] of Object.hasOwn(parts, resource) ? (parts[resource] ?? []) : []) {
    for (const part of tools.items(collection, { [property]: id })) {
      if (part[property] === id) tools.remove(collection, part["id"]);
    }
  }
}

function countJobs(taskId: unknown, tools: MockTools<never>): void {
  const jobs = tools.items("jobs", { task_id: taskId });
  const inStage = (stage: string): number => jobs.filter((job) => job["stage"] === stage).length;
  const completed = jobs.filter((job) => job["stage"] === "acceptance" && job["state"] === "completed").length;
  tools.update("tasks", taskId, { jobs: { count: jobs.length, completed, validation: inStage("validation") } });
}

function countTasks(projectId: number, tools: MockTools<never>): void {
  tools.update("projects", projectId, { tasks: { count: tools.items("tasks", { project_id: projectId }).length } });
}

function basicUser(user: Item | undefined): Item {
  const { url, id, username, first_name, last_name } = user ?? {};
  return { url, id, username, first_name, last_name };
}
