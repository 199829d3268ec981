import { readMember } from "@labelwire/core";
import { answerFault } from "./answer-fault.ts";

/** The id of the background request in an answer, or in a refusal because the same work is under way; undefined where there is none. */
export function findRequestId(body: unknown): string | undefined {
  const requestId = readMember(body, ["rq_id"]);
  return typeof requestId === "string" && requestId.trim() !== "" ? requestId : undefined;
}

/** The answer to a call that starts work. */
export interface StartAnswer {
  /** The operationId. */
  readonly operation: string;
  readonly data: unknown;
  readonly response: Response;
}

/**
 * The id of the background request that work was started as.
 *
 * @throws DecodeError where the answer names none: then nobody can tell whether anything was started.
 */
export function readRequestId({ operation, data, response }: StartAnswer): string {
  const requestId = findRequestId(data);
  if (requestId !== undefined) return requestId;
  throw answerFault({ operation, problem: "without the rq_id of a request to wait for", response });
}
