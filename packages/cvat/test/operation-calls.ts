/* eslint-disable @typescript-eslint/no-deprecated -- every operation is called, those too */
import type { CvatClient } from "@labelwire/cvat";
import * as o from "@labelwire/cvat/operations";

const time = "2026-01-01T00:00:00Z";
const requestId = "action=export&target=task&target_id=7&user_id=1&subresource=dataset&format=COCO_1~0";
const item = { params: { path: { id: 7 } } } as const;
const request = { params: { path: { id: requestId } } };
const invitation = { params: { path: { key: "a-key" } } };
const asset = { params: { path: { uuid: "0190d2a4-7f4e-7cc0-8c5e-2f6a3c0f8f11" } } };
const delivery = { params: { path: { id: 7, delivery_id: 8 } } };
const page = { page: 1, page_size: "all", sort: "-id", search: "cats", filter: '{"==":[{"var":"id"},1]}' } as const;
const { search: _, ...unsearched } = page;
/** A cursor of the mock, which real servers write in a way of their own. */
const firstItem = btoa("offset:0");
const place = { location: "cloud_storage", cloud_storage_id: 3, filename: "out.zip" } as const;
const dataset = { format: "COCO 1.0", save_images: true, ...place };
const imported = { format: "COCO 1.0", import_mode: "append", ...place } as const;
const events = { from: time, to: time, job_id: 1, task_id: 2, project_id: 3, user_id: 4, org_id: 5 };
const picture = { path: { id: 7 }, query: { type: "frame", number: 0, quality: "original" } } as const;
const file = new File(["contents"], "contents.bin");
const storage = { location: "cloud_storage", cloud_storage_id: 3 } as const;
const label = {
  name: "cat",
  color: "#ff0000",
  type: "skeleton",
  svg: "<svg/>",
  attributes: [{ name: "age", mutable: false, input_type: "number", default_value: "1", values: ["0", "9"] }],
  sublabels: [{ name: "ear", type: "points" }],
};
const bucket = {
  provider_type: "AWS_S3_BUCKET",
  resource: "bucket",
  display_name: "Bucket",
  credentials_type: "KEY_SECRET_KEY_PAIR",
  key: "key",
  secret_key: "secret",
  specific_attributes: "region=eu-central-1",
  manifests: ["manifest.jsonl"],
};
const webhook = {
  target_url: "https://example.com/hook",
  type: "organization",
  content_type: "application/json",
  secret: "secret",
  enable_ssl: true,
  events: ["create:task", "completed:request[export:dataset]"],
} as const;
const drawn = { type: "rectangle", frame: 0, label_id: 1, points: [0, 0, 9, 9], attributes: [] };
const annotations = {
  version: 0,
  tags: [{ frame: 0, label_id: 1, attributes: [{ spec_id: 1, value: "7" }] }],
  shapes: [{ ...drawn, occluded: false, z_order: 1, rotation: 0, group: null, source: "manual", score: 1 }],
  tracks: [
    { frame: 0, label_id: 1, shapes: [{ type: "polygon", frame: 0, outside: true, points: [0, 0, 1, 1, 2, 2] }] },
  ],
  intervals: [{ label_id: 1, start: 0, stop: null }],
};

/** One call of every operation, with its parameters and its body as the types allow. */
export function callEveryOperation(c: CvatClient): Readonly<Record<string, () => Promise<{ error?: unknown }>>> {
  return {
    ...callAccounts(c),
    ...callMedia(c),
    ...callWork(c),
    ...callPeople(c),
    ...callJobs(c),
    ...callProjects(c),
    ...callTasks(c),
    ...callQuality(c),
  };
}

type Calls = ReturnType<typeof callEveryOperation>;

function callAccounts(c: CvatClient): Calls {
  const passwords = { new_password1: "a-new-password", new_password2: "a-new-password" };
  return {
    authListAccessTokens: () =>
      o.authListAccessTokens(c, { params: { query: { ...page, name: "ci", read_only: true } } }),
    authCreateAccessTokens: () =>
      o.authCreateAccessTokens(c, { body: { name: "ci", expiry_date: null, read_only: false } }),
    authRetrieveAccessTokens: () => o.authRetrieveAccessTokens(c, item),
    authDestroyAccessTokens: () => o.authDestroyAccessTokens(c, item),
    authPartialUpdateAccessTokens: () =>
      o.authPartialUpdateAccessTokens(c, { ...item, body: { expiry_date: time, read_only: true } }),
    authRetrieveAccessTokensSelf: () => o.authRetrieveAccessTokensSelf(c),
    authCreateLogin: () => o.authCreateLogin(c, { body: { username: "ann", password: "secret" } }),
    authCreateLogout: () => o.authCreateLogout(c),
    authCreatePasswordChange: () => o.authCreatePasswordChange(c, { body: { old_password: "secret", ...passwords } }),
    authCreatePasswordReset: () => o.authCreatePasswordReset(c, { body: { email: "ann@example.com" } }),
    authCreatePasswordResetConfirm: () =>
      o.authCreatePasswordResetConfirm(c, { body: { uid: "u", token: "t", ...passwords } }),
    authCreateRegister: () =>
      o.authCreateRegister(c, { body: { username: "annette", password1: "a-password", password2: "a-password" } }),
    authRetrieveRules: () => o.authRetrieveRules(c),
    usersList: () =>
      o.usersList(c, {
        params: { query: { ...page, username: "a", first_name: "A", last_name: "B", is_active: true } },
      }),
    usersRetrieve: () => o.usersRetrieve(c, item),
    usersDestroy: () => o.usersDestroy(c, item),
    usersPartialUpdate: () => o.usersPartialUpdate(c, { ...item, body: { first_name: "Ann", groups: ["user"] } }),
    usersRetrieveSelf: () => o.usersRetrieveSelf(c),
  };
}

function callMedia(c: CvatClient): Calls {
  return {
    assetsCreate: () => o.assetsCreate(c, { body: { guide_id: 1, file } }),
    assetsRetrieve: () => o.assetsRetrieve(c, asset),
    assetsDestroy: () => o.assetsDestroy(c, asset),
    cloudstoragesList: () =>
      o.cloudstoragesList(c, { params: { query: { ...page, provider_type: "AZURE_CONTAINER", owner: "ann" } } }),
    cloudstoragesCreate: () => o.cloudstoragesCreate(c, { body: bucket }),
    cloudstoragesRetrieve: () => o.cloudstoragesRetrieve(c, item),
    cloudstoragesDestroy: () => o.cloudstoragesDestroy(c, item),
    cloudstoragesPartialUpdate: () => o.cloudstoragesPartialUpdate(c, { ...item, body: { display_name: "Other" } }),
    cloudstoragesRetrieveActions: () => o.cloudstoragesRetrieveActions(c, item),
    cloudstoragesRetrieveContentV2: () =>
      o.cloudstoragesRetrieveContentV2(c, {
        params: {
          path: { id: 7 },
          query: { manifest_path: "m.jsonl", next_token: firstItem, page_size: 5, prefix: "a/" },
        },
      }),
    cloudstoragesRetrievePreview: () => o.cloudstoragesRetrievePreview(c, item),
    cloudstoragesRetrieveStatus: () => o.cloudstoragesRetrieveStatus(c, item),
    guidesCreate: () => o.guidesCreate(c, { body: { task_id: 7, markdown: "# Cats" } }),
    guidesRetrieve: () => o.guidesRetrieve(c, item),
    guidesDestroy: () => o.guidesDestroy(c, item),
    guidesPartialUpdate: () => o.guidesPartialUpdate(c, { ...item, body: { markdown: "# Dogs" } }),
  };
}

function callWork(c: CvatClient): Calls {
  const model = { params: { path: { func_id: "acme.detector-1" } } };
  return {
    eventsList: () => o.eventsList(c, { params: { query: { ...events, action: "download", query_id: "q" } } }),
    eventsCreate: () =>
      o.eventsCreate(c, {
        body: { timestamp: time, previous_event: null, events: [{ scope: "load:cvat", timestamp: time, duration: 5 }] },
      }),
    eventsCreateExport: () => o.eventsCreateExport(c, { params: { query: { ...events, ...place } } }),
    lambdaListFunctions: () => o.lambdaListFunctions(c),
    lambdaRetrieveFunctions: () => o.lambdaRetrieveFunctions(c, model),
    lambdaCreateFunctions: () => o.lambdaCreateFunctions(c, { ...model, body: { job: 7, frame: 0 } }),
    lambdaListRequests: () => o.lambdaListRequests(c),
    lambdaCreateRequests: () =>
      o.lambdaCreateRequests(c, {
        body: {
          function: "acme.detector-1",
          task: 7,
          cleanup: true,
          threshold: 0.5,
          roi: [0, 0, 9, 9],
          mapping: { feline: { name: "cat", attributes: { years: "age" } } },
        },
      }),
    lambdaRetrieveRequests: () => o.lambdaRetrieveRequests(c, request),
    lambdaDeleteRequests: () => o.lambdaDeleteRequests(c, request),
    requestsList: () =>
      o.requestsList(c, {
        params: { query: { page: 1, page_size: 5, sort: "-created_date,status", status: "finished", org: "acme" } },
      }),
    requestsRetrieve: () => o.requestsRetrieve(c, request),
    requestsCreateCancel: () => o.requestsCreateCancel(c, request),
    schemaRetrieve: () => o.schemaRetrieve(c, { params: { query: { scheme: "json", lang: "en" } } }),
    serverRetrieveAbout: () => o.serverRetrieveAbout(c),
    serverRetrieveAnnotationFormats: () => o.serverRetrieveAnnotationFormats(c),
    serverRetrievePlugins: () => o.serverRetrievePlugins(c),
    serverListShare: () => o.serverListShare(c, { params: { query: { directory: "/", search: "cat" } } }),
  };
}

function callPeople(c: CvatClient): Calls {
  return {
    invitationsList: () =>
      o.invitationsList(c, { params: { query: { ...page, sort: "created_date", accepted: false, user_id: 1 } } }),
    invitationsCreate: () => o.invitationsCreate(c, { body: { role: "worker", email: "ann@example.com" } }),
    invitationsRetrieve: () => o.invitationsRetrieve(c, invitation),
    invitationsDestroy: () => o.invitationsDestroy(c, invitation),
    invitationsAccept: () => o.invitationsAccept(c, invitation),
    invitationsDecline: () => o.invitationsDecline(c, invitation),
    invitationsResend: () => o.invitationsResend(c, invitation),
    membershipsList: () => o.membershipsList(c, { params: { query: { ...page, role: "owner", user: "ann" } } }),
    membershipsRetrieve: () => o.membershipsRetrieve(c, item),
    membershipsDestroy: () => o.membershipsDestroy(c, item),
    membershipsPartialUpdate: () => o.membershipsPartialUpdate(c, { ...item, body: { role: "maintainer" } }),
    organizationsList: () => o.organizationsList(c, { params: { query: { ...page, slug: "acme" } } }),
    organizationsCreate: () =>
      o.organizationsCreate(c, { body: { slug: "acme", name: "Acme", contact: { email: "a@example.com" } } }),
    organizationsRetrieve: () => o.organizationsRetrieve(c, item),
    organizationsDestroy: () => o.organizationsDestroy(c, item),
    organizationsPartialUpdate: () => o.organizationsPartialUpdate(c, { ...item, body: { description: "Cats" } }),
    webhooksList: () =>
      o.webhooksList(c, {
        params: { query: { ...page, type: "project", project_id: 3, target_url: "https://x.test" } },
      }),
    webhooksCreate: () => o.webhooksCreate(c, { body: { ...webhook, events: [...webhook.events] } }),
    webhooksRetrieve: () => o.webhooksRetrieve(c, item),
    webhooksUpdate: () => o.webhooksUpdate(c, { ...item, body: { ...webhook, events: [...webhook.events] } }),
    webhooksDestroy: () => o.webhooksDestroy(c, item),
    webhooksPartialUpdate: () => o.webhooksPartialUpdate(c, { ...item, body: { is_active: false } }),
    webhooksListDeliveries: () =>
      o.webhooksListDeliveries(c, { params: { path: { id: 7 }, query: { page: 1, page_size: 5 } } }),
    webhooksRetrieveDeliveries: () => o.webhooksRetrieveDeliveries(c, delivery),
    webhooksCreateDeliveriesRedelivery: () => o.webhooksCreateDeliveriesRedelivery(c, delivery),
    webhooksCreatePing: () => o.webhooksCreatePing(c, item),
    webhooksRetrieveEvents: () => o.webhooksRetrieveEvents(c, { params: { query: { type: "project" } } }),
  };
}

function callJobs(c: CvatClient): Calls {
  return {
    jobsList: () =>
      o.jobsList(c, { params: { query: { ...page, state: "in progress", dimension: "3d", task_id: 7 } } }),
    jobsCreate: () =>
      o.jobsCreate(c, {
        body: { type: "ground_truth", task_id: 7, frame_selection_method: "manual", frames: [1, 5] },
      }),
    jobsRetrieve: () => o.jobsRetrieve(c, item),
    jobsDestroy: () => o.jobsDestroy(c, item),
    jobsPartialUpdate: () =>
      o.jobsPartialUpdate(c, { ...item, body: { assignee: null, stage: "validation", state: "new" } }),
    jobsRetrieveAnnotations: () => o.jobsRetrieveAnnotations(c, item),
    jobsUpdateAnnotations: () => o.jobsUpdateAnnotations(c, { ...item, body: annotations }),
    jobsCreateAnnotations: () =>
      o.jobsCreateAnnotations(c, { params: { path: { id: 7 }, query: imported }, body: { annotation_file: file } }),
    jobsDestroyAnnotations: () => o.jobsDestroyAnnotations(c, item),
    jobsPartialUpdateAnnotations: () =>
      o.jobsPartialUpdateAnnotations(c, {
        params: { path: { id: 7 }, query: { action: "create" } },
        body: { shapes: annotations.shapes },
      }),
    jobsRetrieveData: () => o.jobsRetrieveData(c, { params: picture }),
    jobsRetrieveDataMeta: () => o.jobsRetrieveDataMeta(c, item),
    jobsPartialUpdateDataMeta: () => o.jobsPartialUpdateDataMeta(c, { ...item, body: { deleted_frames: [1] } }),
    jobsCreateDatasetExport: () => o.jobsCreateDatasetExport(c, { params: { path: { id: 7 }, query: dataset } }),
    jobsRetrievePreview: () =>
      o.jobsRetrievePreview(c, { params: { path: { id: 7 }, header: { Prefer: "handling=empty" } } }),
    jobsRetrieveValidationLayout: () => o.jobsRetrieveValidationLayout(c, item),
    jobsPartialUpdateValidationLayout: () =>
      o.jobsPartialUpdateValidationLayout(c, { ...item, body: { frame_selection_method: "random_uniform" } }),
    labelsList: () =>
      o.labelsList(c, { params: { query: { ...page, type: "interval", task_id: 7, job_id: 1, color: "#ff0000" } } }),
    labelsRetrieve: () => o.labelsRetrieve(c, item),
    labelsDestroy: () => o.labelsDestroy(c, item),
    labelsPartialUpdate: () => o.labelsPartialUpdate(c, { ...item, body: { name: "dog", color: "#00ff00" } }),
    issuesList: () =>
      o.issuesList(c, { params: { query: { ...page, resolved: false, frame_id: 0, assignee: "ann" } } }),
    issuesCreate: () => o.issuesCreate(c, { body: { job: 7, frame: 0, position: [0, 0, 9, 9], message: "No cat" } }),
    issuesRetrieve: () => o.issuesRetrieve(c, item),
    issuesDestroy: () => o.issuesDestroy(c, item),
    issuesPartialUpdate: () => o.issuesPartialUpdate(c, { ...item, body: { resolved: true, assignee: null } }),
    commentsList: () => o.commentsList(c, { params: { query: { ...page, issue_id: 7, owner: "ann" } } }),
    commentsCreate: () => o.commentsCreate(c, { body: { issue: 7, message: "There is" } }),
    commentsRetrieve: () => o.commentsRetrieve(c, item),
    commentsDestroy: () => o.commentsDestroy(c, item),
    commentsPartialUpdate: () => o.commentsPartialUpdate(c, { ...item, body: { message: "There was" } }),
  };
}

function callProjects(c: CvatClient): Calls {
  return {
    projectsList: () => o.projectsList(c, { params: { query: { ...page, status: "annotation", name: "cats" } } }),
    projectsCreate: () => o.projectsCreate(c, { body: { name: "cats", labels: [label], target_storage: storage } }),
    projectsRetrieve: () => o.projectsRetrieve(c, item),
    projectsDestroy: () => o.projectsDestroy(c, item),
    projectsPartialUpdate: () =>
      o.projectsPartialUpdate(c, { ...item, body: { assignee_id: null, labels: [{ id: 1, deleted: true }] } }),
    projectsCreateBackupExport: () =>
      o.projectsCreateBackupExport(c, { params: { path: { id: 7 }, query: { lightweight: false, ...place } } }),
    projectsCreateDataset: () =>
      o.projectsCreateDataset(c, {
        params: { path: { id: 7 }, query: { format: "COCO 1.0" } },
        body: { dataset_file: file },
      }),
    projectsCreateDatasetExport: () =>
      o.projectsCreateDatasetExport(c, { params: { path: { id: 7 }, query: dataset } }),
    projectsRetrievePreview: () => o.projectsRetrievePreview(c, item),
    projectsCreateBackup: () => o.projectsCreateBackup(c, { params: { query: place } }),
  };
}

function callTasks(c: CvatClient): Calls {
  const task = { name: "cats", labels: [label], segment_size: 100, overlap: null, target_storage: storage };
  return {
    tasksList: () =>
      o.tasksList(c, {
        params: { query: { ...page, sort: "-updated_date,name", status: "completed", mode: "interpolation" } },
      }),
    tasksCreate: () => o.tasksCreate(c, { body: task }),
    tasksRetrieve: () => o.tasksRetrieve(c, item),
    tasksDestroy: () => o.tasksDestroy(c, item),
    tasksPartialUpdate: () => o.tasksPartialUpdate(c, { ...item, body: { organization_id: null, subset: "Train" } }),
    tasksRetrieveAnnotations: () => o.tasksRetrieveAnnotations(c, item),
    tasksUpdateAnnotations: () => o.tasksUpdateAnnotations(c, { ...item, body: annotations }),
    tasksCreateAnnotations: () => o.tasksCreateAnnotations(c, { params: { path: { id: 7 }, query: imported } }),
    tasksDestroyAnnotations: () => o.tasksDestroyAnnotations(c, item),
    tasksPartialUpdateAnnotations: () =>
      o.tasksPartialUpdateAnnotations(c, {
        params: { path: { id: 7 }, query: { action: "delete" } },
        body: { tags: annotations.tags },
      }),
    tasksCreateBackupExport: () =>
      o.tasksCreateBackupExport(c, { params: { path: { id: 7 }, query: { filename: "b.zip", location: "local" } } }),
    tasksRetrieveData: () => o.tasksRetrieveData(c, { params: picture }),
    tasksCreateData: () =>
      o.tasksCreateData(c, {
        ...item,
        body: {
          image_quality: 70,
          remote_files: ["https://example.com/cat.png"],
          sorting_method: "natural",
          storage_method: "cache",
          validation_params: { mode: "gt", frame_selection_method: "manual", frames: ["cat.png"] },
        },
      }),
    tasksRetrieveDataMeta: () => o.tasksRetrieveDataMeta(c, item),
    tasksPartialUpdateDataMeta: () =>
      o.tasksPartialUpdateDataMeta(c, { ...item, body: { deleted_frames: [], cloud_storage_id: null } }),
    tasksCreateDatasetExport: () => o.tasksCreateDatasetExport(c, { params: { path: { id: 7 }, query: dataset } }),
    tasksRetrievePreview: () => o.tasksRetrievePreview(c, item),
    tasksRetrieveStatus: () => o.tasksRetrieveStatus(c, item),
    tasksRetrieveValidationLayout: () => o.tasksRetrieveValidationLayout(c, item),
    tasksPartialUpdateValidationLayout: () =>
      o.tasksPartialUpdateValidationLayout(c, { ...item, body: { disabled_frames: [4, 5] } }),
    tasksCreateBackup: () => o.tasksCreateBackup(c, { body: { task_file: file } }),
  };
}

function callQuality(c: CvatClient): Calls {
  return {
    consensusCreateMerge: () => o.consensusCreateMerge(c, { body: { task_id: 7 } }),
    consensusListSettings: () => o.consensusListSettings(c, { params: { query: { ...unsearched, task_id: 7 } } }),
    consensusRetrieveSettings: () => o.consensusRetrieveSettings(c, item),
    consensusPartialUpdateSettings: () =>
      o.consensusPartialUpdateSettings(c, { ...item, body: { iou_threshold: 0.5 } }),
    qualityListConflicts: () =>
      o.qualityListConflicts(c, {
        params: { query: { ...unsearched, report_id: 7, severity: "error", type: "low_overlap" } },
      }),
    qualityListReports: () =>
      o.qualityListReports(c, { params: { query: { ...unsearched, target: "task", parent_id: 1 } } }),
    qualityCreateReport: () => o.qualityCreateReport(c, { body: { task_id: 7 } }),
    qualityRetrieveReport: () => o.qualityRetrieveReport(c, item),
    qualityRetrieveReportData: () =>
      o.qualityRetrieveReportData(c, { params: { path: { id: 7 }, query: { format: "csv" } } }),
    qualityListSettings: () =>
      o.qualityListSettings(c, { params: { query: { ...unsearched, inherit: true, parent_type: "task" } } }),
    qualityRetrieveSettings: () => o.qualityRetrieveSettings(c, item),
    qualityPartialUpdateSettings: () =>
      o.qualityPartialUpdateSettings(c, { ...item, body: { target_metric: "recall", job_filter: "{}" } }),
  };
}
