/**
 * What each list can be filtered by, under the names that its `filter` knows; another name is a 400 (server 2.73). A test holds it
 * against the specification.
 */
export const filterFields = {
  auth_list_access_tokens: ["created_date", "expiry_date", "id", "last_used_date", "name", "read_only", "updated_date"],
  cloudstorages_list: ["credentials_type", "description", "id", "name", "owner", "provider_type", "resource"],
  comments_list: ["frame_id", "id", "issue_id", "job_id", "owner"],
  consensus_list_settings: ["id", "task_id"],
  invitations_list: ["accepted", "id", "owner", "user_id"],
  issues_list: ["assignee", "frame_id", "id", "job_id", "owner", "resolved", "task_id"],
  jobs_list: [
    "assignee",
    "dimension",
    "id",
    "media_type",
    "mode",
    "parent_job_id",
    "project_id",
    "project_name",
    "stage",
    "state",
    "task_id",
    "task_name",
    "type",
    "updated_date",
  ],
  labels_list: ["color", "id", "name", "parent", "parent_id", "type"],
  memberships_list: ["id", "role", "user"],
  organizations_list: ["id", "name", "owner", "slug"],
  projects_list: ["assignee", "id", "name", "owner", "status", "updated_date"],
  quality_list_conflicts: ["frame", "id", "job_id", "project_id", "severity", "task_id", "type"],
  quality_list_reports: [
    "created_date",
    "gt_last_updated",
    "id",
    "job_id",
    "project_id",
    "target_last_updated",
    "task_id",
  ],
  quality_list_settings: ["created_date", "id", "inherit", "project_id", "task_id", "updated_date"],
  requests_list: [
    "action",
    "format",
    "job_id",
    "org",
    "org_id",
    "project_id",
    "status",
    "subresource",
    "target",
    "task_id",
  ],
  tasks_list: [
    "assignee",
    "dimension",
    "id",
    "media_type",
    "mode",
    "name",
    "owner",
    "project_id",
    "project_name",
    "status",
    "subset",
    "tracker_link",
    "updated_date",
    "validation_mode",
  ],
  users_list: ["first_name", "id", "is_active", "last_name", "username"],
  webhooks_list: ["description", "id", "owner", "project_id", "target_url", "type", "updated_date"],
} as const;

/** The operationId of a list that takes `filter`. */
export type FilteredList = keyof typeof filterFields;

/** What the list can be filtered by. */
export type FilterField<List extends FilteredList> = (typeof filterFields)[List][number];
