import { headerCredential, type MockDefinition } from "@labelwire/core/msw";
import { mockData } from "../generated/mock.ts";
import { blueGuardrails } from "../platform.ts";
import { blueGuardrailsBehaviour } from "./behaviour.ts";
import { guardSelection } from "./guard-selection.ts";
import { guardWorkspace } from "./guard-workspace.ts";
import { refuseInvalid } from "./refuse-invalid.ts";
import { selectItems } from "./select-items.ts";
import { blueGuardrailsValues } from "./values.ts";

/** What a key may act in: one workspace, or any that the call names. */
export type KeyScope = "user" | "workspace";

/** All that sets Blue Guardrails' mock apart from those of the other platforms. */
export function blueGuardrailsMock(keyScope: KeyScope): MockDefinition {
  return {
    title: blueGuardrails.title,
    servers: blueGuardrails.servers,
    data: mockData,
    auth: [headerCredential({ credential: "apiKey", header: "authorization", prefix: "Bearer " })],
    errorBody: (_status, message) => ({ detail: message }),
    refuseInvalid,
    values: blueGuardrailsValues,
    select: selectItems,
    derive: { conversations: ({ messages }) => ({ message_count: Array.isArray(messages) ? messages.length : 0 }) },
    behave: (tools) => ({
      ...blueGuardrailsBehaviour(tools),
      guard: (exchange) => guardWorkspace(exchange, { tools, keyScope }) ?? guardSelection(exchange),
    }),
  };
}
