import type { AngoHubClient } from "@labelwire/ango-hub";
import * as operations from "@labelwire/ango-hub/operations";

const projectId = "507f191e810c19729de860ea";
const taskId = "507f1f77bcf86cd799439011";
const orgId = "507f1f77bcf86cd799439012";
const storageId = "507f1f77bcf86cd799439013";
const issueId = "507f1f77bcf86cd799439014";
const project = { path: { projectId } };
const organization = { path: { orgId } };
const task = { path: { taskId } };
const filters = { taskIds: [taskId], batches: ["one"] };
const file = new File(["contents"], "contents.json", { type: "application/json" });

/** One call of every operation, with its parameters and its body as full as the types allow. */
export function callEveryOperation(ango: AngoHubClient): Readonly<Record<string, () => Promise<{ error?: unknown }>>> {
  const o = operations;
  return {
    annotateTask: () =>
      o.annotateTask(ango, {
        params: { ...task, query: { isPlugin: "true", nextStage: "false" } },
        body: { answer: { tools: [] } },
      }),
    importAttachments: () =>
      o.importAttachments(ango, {
        body: {
          project: projectId,
          attachments: [{ assetId: "a", attachmentUrl: "https://x.test/1", attachmentType: "TEXT" }],
        },
      }),
    importLabels: () =>
      o.importLabels(ango, {
        body: { project: projectId, labels: [{ externalId: "e", answer: {}, status: "s", assignee: "a@x.test" }] },
      }),
    exportTasks: () =>
      o.exportTasks(ango, {
        params: {
          query: {
            project: projectId,
            format: "ndjson",
            type: "task",
            stage: '["Complete"]',
            batches: '["one"]',
            sendEmail: "false",
            doNotNotify: "true",
            includeMetadata: "true",
            includeHistory: "true",
            includeOnlyKeyFrames: "false",
            includeIdleBlurDurations: "false",
            updatedAt: '{"$gt":"2026-01-01T00:00:00.000Z"}',
            createdAt: "{}",
            filters: '{"assignee":"a+b@x.test"}',
          },
        },
      }),
    listProjects: () => o.listProjects(ango, { params: { query: { page: 2, limit: 100, sort: "-createdAt" } } }),
    createProject: () =>
      o.createProject(ango, {
        body: {
          name: "n",
          description: "d",
          type: "pct",
          categorySchema: { tools: [{ title: "t", tool: "bounding-box" }] },
          benchmarkEnabled: true,
          benchmarkRatio: 0.5,
          idleTimeout: 60,
        },
      }),
    getProject: () => o.getProject(ango, { params: project }),
    updateProject: () =>
      o.updateProject(ango, { params: project, body: { stages: [{ id: "1", type: "Label", next: ["2"] }] } }),
    deleteProject: () => o.deleteProject(ango, { params: project }),
    assignMembers: () =>
      o.assignMembers(ango, { params: project, body: { assignees: ["a@x.test"], role: "Reviewer" } }),
    uploadInstructions: () =>
      o.uploadInstructions(ango, { params: { ...project, query: { storageId, bucket: "b" } }, body: { file } }),
    createAssetBuilderTemplate: () =>
      o.createAssetBuilderTemplate(ango, { params: project, body: { name: "n", external_id_column: "id" } }),
    rerunWebhook: () => o.rerunWebhook(ango, { params: project, body: { stageId: "s" } }),
    getProjectTasks: () =>
      o.getProjectTasks(ango, {
        params: { ...project, query: { page: 1, limit: 1000, sort: "-createdAt,priority", includeAnswer: true } },
      }),
    requeueTasks: () =>
      o.requeueTasks(ango, {
        params: project,
        body: { toStageId: "s", filters, options: { removeAnnotations: true, removeAssignee: false } },
      }),
    updatePriority: () => o.updatePriority(ango, { params: project, body: { priority: -1000, filters } }),
    getTask: () => o.getTask(ango, { params: { ...task, query: { includeAnswer: false } } }),
    assignTask: () =>
      o.assignTask(ango, { body: { project: projectId, tasks: [taskId], user: "a@x.test", stage: "s" } }),
    getTaskHistoryByTask: () => o.getTaskHistoryByTask(ango, { params: task }),
    getTaskHistory: () => o.getTaskHistory(ango, { params: { path: { taskHistoryId: "h" } } }),
    reviewTask: () => o.reviewTask(ango, { params: task, body: { reviewStatus: "Fixed" } }),
    getUploadUrl: () =>
      o.getUploadUrl(ango, {
        params: { query: { name: "a b.jpg", project: projectId, type: "assets", storageId, bucket: "b" } },
      }),
    getSignedUrl: () => o.getSignedUrl(ango, { params: { query: { url: "https://x.test/a?b=c&d", storageId } } }),
    importAssetsFromCloud: () =>
      o.importAssetsFromCloud(ango, {
        params: { ...project, query: { batches: '["one"]' } },
        body: {
          assets: [
            { data: "https://x.test/1.jpg", externalId: "e", batches: ["one"], metadata: {}, storage: storageId },
          ],
          uploadLocal: "true",
          priority: 5,
        },
      }),
    uploadChatAssets: () =>
      o.uploadChatAssets(ango, { params: project, body: { file, batches: '["one"]', priority: 5, projectId } }),
    getAssets: () =>
      o.getAssets(ango, { params: { ...project, query: { page: 1, limit: 10, filters: '{"_id":"a"}' } } }),
    deleteAssets: () => o.deleteAssets(ango, { params: project, body: { project: projectId, assets: ["a"] } }),
    fileExplorer: () =>
      o.fileExplorer(ango, { body: { bucket: "b", storageId, folder: "f/", upload: false, extensions: ["jpg"] } }),
    updateBatches: () => o.updateBatches(ango, { params: project, body: { batches: [{ name: "one" }] } }),
    assignBatches: () => o.assignBatches(ango, { body: { assets: ["a"], batches: ["b"], projectId } }),
    getOrganizationMembers: () =>
      o.getOrganizationMembers(ango, { params: { ...organization, query: { page: 1, limit: 5, search: "ä & b" } } }),
    updateOrganizationMembers: () =>
      o.updateOrganizationMembers(ango, {
        params: organization,
        body: { users: [{ email: "a@x.test", organizationRole: "Guest" }] },
      }),
    deleteOrganizationMembers: () =>
      o.deleteOrganizationMembers(ango, { params: organization, body: { users: ["a@x.test"] } }),
    getOrganizationInvites: () =>
      o.getOrganizationInvites(ango, { params: { ...organization, query: { status: "pending" } } }),
    inviteOrganizationMembers: () =>
      o.inviteOrganizationMembers(ango, {
        params: organization,
        body: {
          to: ["a@x.test"],
          organizationRole: "Member",
          projectAssignments: [{ projectId, projectRole: "Labeler" }],
        },
      }),
    deleteOrganizationInvites: () =>
      o.deleteOrganizationInvites(ango, { params: organization, body: { invites: ["a@x.test"] } }),
    getStorages: () => o.getStorages(ango, { params: { query: { _id: storageId } } }),
    createStorage: () =>
      o.createStorage(ango, {
        body: { name: "n", type: "gcs", bucket: "b", region: "r", credentials: {}, privateKey: "k" },
      }),
    deleteStorage: () => o.deleteStorage(ango, { params: { path: { storageId } } }),
    listStorageFiles: () =>
      o.listStorageFiles(ango, {
        params: { path: { storageId }, query: { bucketName: "b", path: "f/", getSignedUrls: "true" } },
      }),
    getIssues: () => o.getIssues(ango, { params: { query: { project: projectId, status: "Open", limit: 10 } } }),
    createIssue: () =>
      o.createIssue(ango, {
        body: { labelTask: taskId, content: "c", objectId: "o", errorCodes: [{ category: "c", name: "n", key: "k" }] },
      }),
    updateIssue: () => o.updateIssue(ango, { params: { path: { issueId } }, body: { status: "Closed" } }),
    deleteIssue: () => o.deleteIssue(ango, { params: { path: { issueId }, query: { project: projectId } } }),
    addIssueComment: () => o.addIssueComment(ango, { params: { path: { issueId } }, body: { content: "c" } }),
    pluginResponse: () =>
      o.pluginResponse(ango, { body: { pluginId: "p", taskId, response: { any: "thing" }, status: "done" } }),
    pluginLog: () => o.pluginLog(ango, { body: { pluginId: "p", level: "info", message: "m", metadata: {} } }),
    getPerformance: () =>
      o.getPerformance(ango, {
        params: project,
        body: { startDate: "2026-01-01T00:00:00Z", endDate: "2026-02-01T00:00:00Z", users: ["a@x.test"] },
      }),
    getProjectOverview: () =>
      o.getProjectOverview(ango, { params: { path: { projectId, metric: "AnnotationStatus" } } }),
  };
}
