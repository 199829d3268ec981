import { isPlainObject } from "@labelwire/core";
import type { Exchange, Item, MockBehaviour, MockTools } from "@labelwire/core/msw";
import { createExperiments } from "./experiments.ts";
import { createLabeling } from "./labeling.ts";

/** What Blue Guardrails does beyond its specification: experiments take a while, tasks are claimed, keys are shown once. */
export function blueGuardrailsBehaviour(tools: MockTools<never>): MockBehaviour<never> {
  const experiments = createExperiments(tools);
  const labeling = createLabeling(tools);

  const configure = (exchange: Exchange): Response => {
    const workspace = exchange.request.headers.get("x-workspace-id");
    return tools.succeed(exchange, { ...sent(exchange), ...(workspace !== null && { workspace_id: workspace }) });
  };

  const createApiKey = (exchange: Exchange): Response => {
    const { name, scope, workspace_id: workspace } = sent(exchange);
    const key = `bg_${tools.random(`key|${String(name)}`).hex(32)}`;
    const ofWorkspace = scope === "workspace" ? (workspace ?? undefined) : null;
    return tools.succeed(exchange, { name, scope, key, key_prefix: key.slice(0, 8), workspace_id: ofWorkspace });
  };

  const detect = (exchange: Exchange): Response | undefined => {
    if (sent(exchange)["store_conversation"] !== false) return undefined;
    return tools.succeed(exchange, { evaluation_id: null, conversation_id: null });
  };

  return {
    operations: {
      ...experiments.operations,
      ...labeling.operations,
      create_api_key: createApiKey,
      create_hallucination_config: configure,
      update_hallucination_config: configure,
      detect_issues: detect,
    },
    writes: { ...experiments.writes, ...labeling.writes },
    changed: experiments.changed,
  };
}

function sent({ body }: Exchange): Item {
  return isPlainObject(body) ? body : {};
}
