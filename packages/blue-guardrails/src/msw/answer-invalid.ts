import type { RequestFault } from "@labelwire/core/msw";
import { refuseInvalid } from "./refuse-invalid.ts";

/** Refuses an input for what no schema states, as the platform refuses what one does. */
export function answerInvalid(faults: readonly Omit<RequestFault, "reason">[]): Response {
  const { status, body } = refuseInvalid(faults.map((fault) => ({ ...fault, reason: "invalid" })));
  return Response.json(body, { status });
}
