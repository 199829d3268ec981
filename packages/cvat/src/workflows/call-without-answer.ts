import type { CallInit, OperationInfo, Result } from "@labelwire/core";
import type { CvatCaller } from "../types.ts";
import { answerFault } from "./answer-fault.ts";

/**
 * Makes a call that CVAT answers with a status alone (server 2.73). The body is read all the same: of an operation without an answer the
 * core looks at none, and any page that comes with status 200 would pass for success.
 *
 * @throws DecodeError for a body.
 */
export async function callWithoutAnswer(
  client: CvatCaller,
  info: Omit<OperationInfo, "response">,
  init: CallInit,
): Promise<Result<unknown>> {
  const result: Result<unknown> = await client.call({ ...info, response: "text" }, init);
  const { data, response } = result;
  if (typeof data !== "string" || data.trim() === "") return result;
  throw answerFault({ operation: info.id, problem: "and a body, where there has to be none", response });
}
