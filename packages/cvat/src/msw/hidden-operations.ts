import type { MockOperation } from "@labelwire/core/msw";

// What the server answers to and leaves out of its schema (2.73): parts of an upload, and files of finished exports.
const uploads = [
  "/api/tasks/{id}/data",
  "/api/tasks/{id}/annotations",
  "/api/jobs/{id}/annotations",
  "/api/projects/{id}/dataset",
  "/api/tasks/backup",
  "/api/projects/backup",
];
const downloads = [
  "/api/tasks/{id}/dataset/download",
  "/api/tasks/{id}/backup/download",
  "/api/jobs/{id}/dataset/download",
  "/api/projects/{id}/dataset/download",
  "/api/projects/{id}/backup/download",
  "/api/events/download",
];

/** How the mock's behaviour knows a part of an upload. */
export const uploadPart = "upload part";
/** How the mock's behaviour knows the file of an export. */
export const exportFile = "export file";

/** The operations that no schema of the server has. */
export const hiddenOperations: readonly MockOperation[] = [
  ...uploads.flatMap((path) => [
    hide("head", `${path}/{file}`, uploadPart),
    hide("patch", `${path}/{file}`, uploadPart),
  ]),
  ...downloads.map((path) => hide("get", path, exportFile)),
];

function hide(method: "get" | "head" | "patch", path: string, id: string): MockOperation {
  return { id, method, path, parameters: [], responses: [] };
}
