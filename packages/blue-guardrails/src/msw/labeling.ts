import { isPlainObject } from "@labelwire/core";
import { sentBody, type Exchange, type Item, type MockBehaviour, type MockTools } from "@labelwire/core/msw";
import { isUuid } from "../is-uuid.ts";
import { createEvaluations } from "./evaluations.ts";
import { exportAnnotations } from "./export-annotations.ts";
import { isReview, sourceTaskId } from "./labeling-lists.ts";
import { madeUpId } from "./made-up-id.ts";

/** Labeling projects: found by slug too, exported with what the mock holds, their tasks claimed and given away. */
export function createLabeling(tools: MockTools<never>): Required<Pick<MockBehaviour<never>, "operations" | "writes">> {
  const evaluations = createEvaluations(tools);

  const showProject = (exchange: Exchange): Response | undefined => {
    const slug = String(exchange.params.path["project_id_or_slug"]);
    if (isUuid(slug)) return undefined;
    const project = tools.items("projects").find((one) => one["slug"] === slug);
    if (!project && tools.isHeld("projects")) return tools.refuse(404, "Labeling project not found");
    return tools.succeed(exchange, project ?? { slug });
  };

  const claim = (exchange: Exchange): Response => {
    const { project_id: projectId } = exchange.params.path;
    const wantsReview = sentBody(exchange)["lane"] === "review";
    const tasks = tools.items("tasks", { project_id: projectId });
    // Where no tasks were given, there is a review to be had too, as every id is answered.
    const other = tools.isHeld("tasks") ? undefined : tasks[0];
    const free = tasks.find((task) => isFree(task) && isReview(task) === wantsReview) ?? other;
    if (!free) return tools.refuse(404, "No task available");
    const { id } = free;
    const changes = {
      assignee_id: madeUpId(tools, `claimant|${String(projectId)}`),
      ...(wantsReview && !isReview(free) && { source_task_id: sourceTaskId(tools, free) }),
    };
    tools.update("tasks", id, changes);
    return tools.succeed(exchange, {
      ...detailOf({ ...free, ...changes }),
      id,
      project_id: projectId,
      labeling_evaluations: evaluations.ofTask(id),
    });
  };

  const assign = (exchange: Exchange): Response => {
    const sent = sentBody(exchange)["task_ids"];
    const ids: readonly unknown[] = Array.isArray(sent) ? sent : [];
    const result: Record<"processed" | "skipped" | "errors", unknown[]> = { processed: [], skipped: [], errors: [] };
    for (const id of ids) {
      const task = tools.item("tasks", id);
      if (!task) result.errors.push({ task_id: id, error: "Task not found" });
      else if (task["status"] !== "pending") result.skipped.push(id);
      else {
        tools.update("tasks", id, { assignee_id: sentBody(exchange)["assignee_id"] });
        result.processed.push(id);
      }
    }
    return tools.succeed(exchange, result);
  };

  const exportProject = (exchange: Exchange): Response => {
    const id = exchange.params.path["project_id"];
    const project = tools.item("projects", id);
    if (!project) return tools.refuse(404, "Labeling project not found");
    const { name, slug, source_type, label_schema, config, status, created_at, updated_at } = project;
    const conversations = tools.items("conversations").map(({ id: conversation, messages }) => ({
      id: conversation,
      messages: (Array.isArray(messages) ? messages : []).filter(isPlainObject).map(exportedMessage),
    }));
    const messageIds = conversations.flatMap(({ messages }) => messages.map((message) => String(message["id"])));
    return tools.succeed(exchange, {
      project: { id, name, slug, source_type, label_schema, config, status, created_at, updated_at },
      conversations,
      annotations: exportAnnotations({ tools, evaluations }, { project: id, messageIds }),
    });
  };

  const annotate = (exchange: Exchange): Response | undefined => {
    if (!tools.isHeld("evaluations") || tools.item("evaluations", sentBody(exchange)["evaluation_id"]))
      return undefined;
    return tools.refuse(404, "Labeling evaluation not found");
  };

  return {
    operations: {
      get_labeling_project: showProject,
      create_labeling_annotation: annotate,
      claim_labeling_task: claim,
      bulk_assign_labeling_tasks: assign,
      export_labeling_project: exportProject,
    },
    writes: {
      projects: ({ sent, before }) =>
        before
          ? withoutNull(sent)
          : {
              ...withoutNull(sent),
              status: "draft",
              task_count: 0,
              completed_task_count: 0,
              avg_completion_seconds: null,
            },
      annotations: ({ sent, before }) => (before ? withoutNull(sent) : { ...sent, status: "pending", reviewed: false }),
    },
  };
}

function isFree({ status, assignee_id: assignee }: Item): boolean {
  return status === "pending" && (assignee === null || assignee === undefined);
}

/** What a task has in the list and in detail. */
function detailOf(task: Item): Item {
  const { conversation_id, assignee_id, status, source_task_id, sequence_number, created_at, updated_at } = task;
  return { conversation_id, assignee_id, status, source_task_id, sequence_number, created_at, updated_at };
}

function exportedMessage({ id, role, parts }: Item): Item {
  return { id, role, parts };
}

/** In an update, a member that is null or left out stays as it is. */
function withoutNull(sent: Item): Item {
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null));
}
