import { readMember, type Result } from "@labelwire/core";
import type { Schema } from "../types.ts";
import { answerFault } from "./answer-fault.ts";

/**
 * The task in an answer.
 *
 * @throws ApiError for a refusal; DecodeError for an answer that is no task.
 */
export function readTask(operation: string, { data, error, response }: Result<Schema<"TaskRead">>): Schema<"TaskRead"> {
  if (error !== undefined) throw error;
  // Not by its type, which says what CVAT answers: what answers here may be anything that speaks JSON.
  if (Number.isSafeInteger(readMember(data, ["id"]))) return data;
  throw answerFault({ operation, problem: "without the id of a task", response });
}
