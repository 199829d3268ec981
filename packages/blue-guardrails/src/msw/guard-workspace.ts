import type { Exchange, MockTools } from "@labelwire/core/msw";
import type { KeyScope } from "./blue-guardrails-mock.ts";

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Refuses a workspace that is no UUID, and a call of a user's key without one. The words of both refusals are not documented. */
export function guardWorkspace(
  { operation, request }: Exchange,
  { tools, keyScope }: { readonly tools: MockTools<never>; readonly keyScope: KeyScope },
): Response | undefined {
  const workspace = request.headers.get("x-workspace-id");
  if (workspace !== null && !uuid.test(workspace)) return tools.refuse(400, "x-workspace-id must be a UUID");
  // Keys are made outside of any workspace: the operation does not take the header.
  if (workspace !== null || keyScope === "workspace" || operation.id === "create_api_key") return undefined;
  return tools.refuse(400, "x-workspace-id header is required");
}
