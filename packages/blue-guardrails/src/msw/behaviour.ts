import { sentBody, type Exchange, type MockBehaviour, type MockTools } from "@labelwire/core/msw";
import { createAnalytics } from "./analytics.ts";
import { createConversations } from "./conversations.ts";
import { createDetection } from "./detection.ts";
import { createExperiments } from "./experiments.ts";
import { createLabeling } from "./labeling.ts";
import { createLabelingLists } from "./labeling-lists.ts";

const dayMs = 86_400_000;

/** What Blue Guardrails does beyond its specification: experiments take a while, tasks are claimed, keys are shown once. */
export function blueGuardrailsBehaviour(tools: MockTools<never>): MockBehaviour<never> {
  const conversations = createConversations(tools);
  const detect = createDetection(tools);
  const experiments = createExperiments(tools);
  const labeling = createLabeling(tools);
  const selectLabeling = createLabelingLists(tools);

  const configure = (exchange: Exchange): Response => {
    const workspace = exchange.request.headers.get("x-workspace-id");
    return tools.succeed(exchange, { ...sentBody(exchange), ...(workspace !== null && { workspace_id: workspace }) });
  };

  const createApiKey = (exchange: Exchange): Response => {
    const { name, scope, workspace_id: workspace, expires_in_days: days } = sentBody(exchange);
    const now = tools.now();
    const key = `bg_${tools.random(`key|${String(name)}`).hex(32)}`;
    return tools.succeed(exchange, {
      name,
      scope,
      key,
      key_prefix: key.slice(0, 8),
      workspace_id: scope === "workspace" ? (workspace ?? undefined) : null,
      created_at: new Date(now).toISOString(),
      expires_at: typeof days === "number" ? new Date(now + days * dayMs).toISOString() : undefined,
    });
  };

  return {
    select: (exchange, items) => selectLabeling(exchange, items) ?? conversations.select(exchange, items),
    operations: {
      ...conversations.operations,
      ...experiments.operations,
      ...labeling.operations,
      ...createAnalytics(tools),
      create_api_key: createApiKey,
      create_hallucination_config: configure,
      update_hallucination_config: configure,
      detect_issues: detect,
      detect_hallucinations: detect,
    },
    writes: { ...experiments.writes, ...labeling.writes },
    changed: experiments.changed,
  };
}
