import { readMember } from "@labelwire/core";
import { requestsRetrieve } from "../generated/operations.ts";
import type { Schema } from "../types.ts";
import { answerFault } from "./answer-fault.ts";

/** The members without which nobody can tell what has become of a request; the server always sends them (2.73). */
const needed = ["id", "status"] as const;

/**
 * Looks whether an answer is a background request. A status that is missing would read as one that nobody knows, and a page of another
 * server's jobs as work that is done.
 *
 * @throws DecodeError naming what is missing.
 */
export function checkRequest(request: Schema<"Request">, response: Response): void {
  // Not by its type, which says what CVAT answers: what answers here may be anything that speaks JSON.
  const missing = needed.filter((name) => typeof readMember(request, [name]) !== "string");
  if (missing.length === 0) return;
  const problem = `without the ${missing.join(" and the ")} of a background request`;
  throw answerFault({ operation: requestsRetrieve.id, problem, response });
}
