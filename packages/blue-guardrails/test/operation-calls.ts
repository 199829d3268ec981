import type { BlueGuardrailsClient } from "@labelwire/blue-guardrails";
import * as operations from "@labelwire/blue-guardrails/operations";

const uuid = "497f6eca-6276-4993-bfeb-53cbbbba6f08";
const other = "ee824cad-d7a6-4f48-87dc-e8461a9201c4";
const then = "2026-01-01T00:00:00Z";
const range = { start: then, end: "2026-02-01T00:00:00+02:00" };
const project = { path: { project_id: uuid } };
const annotation = { path: { annotation_id: uuid } };
const labels = [{ name: "fabrication", description: "Nothing in the sources says so." }];
const messages = [
  { role: "user", content: "How many legs has a cat?" },
  { role: "assistant", content: "Five." },
];

/** One call of every operation, with its parameters and its body as full as the types allow. */
export function callEveryOperation(
  guardrails: BlueGuardrailsClient,
): Readonly<Record<string, () => Promise<{ error?: unknown }>>> {
  const o = operations;
  return {
    list_labeling_projects: () =>
      o.listLabelingProjects(guardrails, { params: { query: { limit: 100, cursor: "a=b&c" } } }),
    create_labeling_project: () =>
      o.createLabelingProject(guardrails, {
        body: {
          name: "Cats",
          slug: "cats-1",
          labeling_guide: null,
          source_type: "experiment",
          source_experiment_id: uuid,
          source_filter_snapshot: { tags: ["a"] },
          label_schema: [{ name: "fabrication" }],
          config: { labelers_per_task: 2, auto_create_review_tasks: true },
        },
      }),
    get_labeling_project: () =>
      o.getLabelingProject(guardrails, { params: { path: { project_id_or_slug: "cats-1" } } }),
    update_labeling_project: () =>
      o.updateLabelingProject(guardrails, {
        params: { path: { project_id_or_slug: uuid } },
        body: { name: null, slug: "cats", status: "completed", label_schema: [], config: {} },
      }),
    export_labeling_project: () => o.exportLabelingProject(guardrails, { params: project }),
    list_labeling_tasks: () =>
      o.listLabelingTasks(guardrails, {
        params: { ...project, query: { status: "pending", assignee_id: other, lane: "review", limit: 1 } },
      }),
    claim_labeling_task: () => o.claimLabelingTask(guardrails, { params: project, body: { lane: "task" } }),
    bulk_assign_labeling_tasks: () =>
      o.bulkAssignLabelingTasks(guardrails, { body: { task_ids: [uuid, other], assignee_id: other } }),
    list_labeling_annotations: () =>
      o.listLabelingAnnotations(guardrails, {
        params: { query: { task_id: uuid, project_id: other, status: "flagged", label: "ä & b", limit: 1000 } },
      }),
    create_labeling_annotation: () =>
      o.createLabelingAnnotation(guardrails, {
        body: {
          evaluation_id: uuid,
          start_offset: 0,
          end_offset: 4,
          label: "fabrication",
          text: "Five",
          explanation: null,
          message_part_index: 0,
        },
      }),
    get_labeling_annotation: () => o.getLabelingAnnotation(guardrails, { params: annotation }),
    update_labeling_annotation: () =>
      o.updateLabelingAnnotation(guardrails, { params: annotation, body: { status: "accepted", reviewed: true } }),
    create_api_key: () =>
      o.createApiKey(guardrails, {
        body: { name: "ci", expires_in_days: 365, scope: "workspace", workspace_id: uuid },
      }),
    list_conversations: () =>
      o.listConversations(guardrails, {
        params: {
          query: {
            embed: "(messages)",
            fields: "!(tags,messages(parts))",
            "filter[created_at][eq]": then,
            "filter[created_at][gt]": then,
            "filter[created_at][gte]": then,
            "filter[created_at][lt]": then,
            "filter[created_at][lte]": then,
            "filter[updated_at][eq]": then,
            "filter[updated_at][gt]": then,
            "filter[updated_at][gte]": then,
            "filter[updated_at][lt]": then,
            "filter[updated_at][lte]": then,
            "filter[type][eq]": "trace",
            limit: 1,
            cursor: "next",
          },
        },
      }),
    get_conversation: () =>
      o.getConversation(guardrails, { params: { path: { conversation_id: uuid }, query: { embed: "(messages)" } } }),
    list_messages: () =>
      o.listMessages(guardrails, {
        params: {
          query: {
            embed: "(evaluations(annotations))",
            role: "assistant",
            "filter[created_at][gt]": then,
            "filter[created_at][gte]": then,
            "filter[created_at][lt]": then,
            "filter[created_at][lte]": then,
            "filter[hallucination_count][gt]": 0,
            "filter[hallucination_count][gte]": 1,
            "filter[hallucination_count][lt]": 9,
            "filter[hallucination_count][lte]": 8,
            "filter[hallucination_count][eq]": 1,
          },
        },
      }),
    detect_issues: () =>
      o.detectIssues(guardrails, {
        body: { messages, store_conversation: false, generation_info: { model: "m" }, config: null },
      }),
    detect_hallucinations: () => o.detectHallucinations(guardrails, { body: { messages } }),
    list_experiments: () => o.listExperiments(guardrails),
    create_experiment: () =>
      o.createExperiment(guardrails, {
        body: {
          name: "shorter",
          model: "gpt-5-mini",
          pass_through: true,
          conversation_ids: [uuid],
          reasoning_config: { effort: "low" },
          system_prompt_override: "Be brief.",
          output_schema: [{ name: "answer", type: "string", is_list: false, is_optional: true }],
        },
      }),
    get_experiment: () => o.getExperiment(guardrails, { params: { path: { experiment_id: uuid } } }),
    list_experiment_items: () =>
      o.listExperimentItems(guardrails, { params: { path: { experiment_id: uuid }, query: { limit: 20 } } }),
    get_experiment_item: () =>
      o.getExperimentItem(guardrails, { params: { path: { experiment_id: uuid, item_id: other } } }),
    create_hallucination_config: () =>
      o.createHallucinationConfig(guardrails, { body: { labels, domain_context: "Cats." } }),
    update_hallucination_config: () => o.updateHallucinationConfig(guardrails, { body: { labels } }),
    send_traces: () => o.sendTraces(guardrails, { body: new Uint8Array([10, 0, 255]) }),
    get_issues_timeseries: () =>
      o.getIssuesTimeseries(guardrails, {
        params: {
          query: {
            ...range,
            "filter[conversation_tags][any]": ["a", "b,c"],
            "filter[run_tags][any]": ["nightly"],
            bucket: "10_minutes",
          },
        },
      }),
    get_hallucinations_timeseries: () =>
      o.getHallucinationsTimeseries(guardrails, { params: { query: { ...range, bucket: "day" } } }),
    get_hallucinations_summary_stats: () => o.getHallucinationsSummaryStats(guardrails, { params: { query: range } }),
    get_hallucinations_label_distribution: () =>
      o.getHallucinationsLabelDistribution(guardrails, { params: { query: range } }),
    get_agent_tool_stats: () => o.getAgentToolStats(guardrails, { params: { query: range } }),
    get_parameter_hallucination_rates: () =>
      o.getParameterHallucinationRates(guardrails, { params: { query: { ...range, tool_name: "search & find" } } }),
  };
}
