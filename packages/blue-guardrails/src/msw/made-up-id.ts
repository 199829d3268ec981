import { readMember } from "@labelwire/core";
import type { MockTools } from "@labelwire/core/msw";

/** The id of something that the mock does not hold, such as a user: the same for the same purpose. */
export function madeUpId(tools: MockTools<never>, purpose: string): unknown {
  return readMember(tools.value("LabelingTaskSummary", { purpose }), ["id"]);
}
