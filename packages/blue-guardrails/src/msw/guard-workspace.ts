import type { Exchange, MockTools } from "@labelwire/core/msw";
import { isUuid } from "../is-uuid.ts";
import { answerInvalid } from "./answer-invalid.ts";
import type { KeyScope } from "./blue-guardrails-mock.ts";

/** Refuses a workspace that is no UUID, as any invalid input, and a call of a user's key without one; how the latter is refused is not documented. */
export function guardWorkspace(
  { operation, request }: Exchange,
  { tools, keyScope }: { readonly tools: MockTools<never>; readonly keyScope: KeyScope },
): Response | undefined {
  const workspace = request.headers.get("x-workspace-id");
  if (workspace !== null && !isUuid(workspace)) {
    return answerInvalid([{ place: "header", pointer: "/x-workspace-id", message: "must be a UUID" }]);
  }
  // Keys are made outside of any workspace: the operation does not take the header.
  if (workspace !== null || keyScope === "workspace" || operation.id === "create_api_key") return undefined;
  return tools.refuse(400, "x-workspace-id header is required");
}
