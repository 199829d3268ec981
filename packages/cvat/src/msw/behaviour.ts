import type { Exchange, MockBehaviour, MockTools } from "@labelwire/core/msw";
import { createAnnotationStore } from "./annotations.ts";
import { createBackground } from "./background.ts";
import { createExports } from "./exports.ts";
import { guard } from "./guard.ts";
import { exportFile, uploadPart } from "./hidden-operations.ts";
import { createMediaStore } from "./media.ts";
import { organizationScope } from "./organization.ts";
import type { RequestControl } from "./request-control.ts";
import { readTarget, type Target } from "./targets.ts";
import { createTusStore } from "./tus-store.ts";
import { createUploads } from "./uploads.ts";
import { followChange, writeProject, writeTask, writeUsers } from "./writes.ts";

type Answer = Response | undefined | Promise<Response | undefined>;

/** What CVAT does beyond its schema: organizations, background requests, exports, uploads, annotations and frames that hang together. */
export function cvatBehaviour(tools: MockTools<never>, control: RequestControl): MockBehaviour<never> {
  const background = createBackground(tools, control);
  const annotations = createAnnotationStore(tools);
  const media = createMediaStore(tools);
  const store = createTusStore(tools);
  const exports = createExports({ tools, background, annotations });
  const uploads = createUploads({ tools, background, media, store });

  const about =
    (answer: (exchange: Exchange, target: Target) => Answer) =>
    (exchange: Exchange): Answer => {
      const target = readTarget(exchange, tools);
      return target ? answer(exchange, target) : tools.refuse(404, "Not found.");
    };
  const read = about((exchange, target) =>
    annotations.isKnown(target) ? tools.succeed(exchange, annotations.of(target)) : undefined,
  );
  const clear = about((_exchange, target) => {
    annotations.clear(target);
    return undefined;
  });

  return {
    guard: (exchange) => guard(exchange, tools),
    scope: (exchange) => organizationScope(exchange, tools),
    writes: {
      tasks: (write) => writeTask(write, tools),
      projects: (write) => writeProject(write, tools),
      jobs: (write) => writeUsers(write, tools),
      issues: (write) => writeUsers(write, tools),
      comments: (write) => writeUsers(write, tools),
      cloudstorages: (write) => writeUsers(write, tools),
      organizations: (write) => writeUsers(write, tools),
      webhooks: (write) => writeUsers(write, tools),
    },
    changed: (change) => {
      const { resource, does, item } = change;
      // A new task is not annotated yet, and nobody finds a made-up annotation in it.
      if (resource === "tasks" && does === "create") annotations.clear({ kind: "task", id: Number(item["id"]), item });
      followChange(change, tools);
    },
    operations: {
      requests_retrieve: background.retrieve,
      requests_create_cancel: background.cancel,
      tasks_create_dataset_export: about(exports.startDataset),
      jobs_create_dataset_export: about(exports.startDataset),
      projects_create_dataset_export: about(exports.startDataset),
      tasks_create_backup_export: about(exports.startBackup),
      projects_create_backup_export: about(exports.startBackup),
      events_create_export: exports.startEvents,
      [exportFile]: exports.download,
      tasks_create_data: about(uploads.taskData),
      tasks_create_annotations: about(uploads.annotations),
      jobs_create_annotations: about(uploads.annotations),
      projects_create_dataset: about(uploads.dataset),
      tasks_create_backup: (exchange) => uploads.backup(exchange, "task"),
      projects_create_backup: (exchange) => uploads.backup(exchange, "project"),
      [uploadPart]: store.handle,
      tasks_retrieve_annotations: read,
      jobs_retrieve_annotations: read,
      tasks_update_annotations: about(annotations.replace),
      jobs_update_annotations: about(annotations.replace),
      tasks_partial_update_annotations: about(annotations.change),
      jobs_partial_update_annotations: about(annotations.change),
      tasks_destroy_annotations: clear,
      jobs_destroy_annotations: clear,
      tasks_retrieve_data: about(media.serveData),
      jobs_retrieve_data: about(media.serveData),
      tasks_retrieve_data_meta: about(media.serveMeta),
      jobs_retrieve_data_meta: about(media.serveMeta),
      tasks_partial_update_data_meta: about(media.changeMeta),
      jobs_partial_update_data_meta: about(media.changeMeta),
      tasks_retrieve_preview: about(media.servePreview),
      jobs_retrieve_preview: about(media.servePreview),
      projects_retrieve_preview: about(media.servePreview),
      users_retrieve_self: (exchange) => tools.succeed(exchange, tools.items("users")[0]),
    },
  };
}
