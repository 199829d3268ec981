import { isPlainObject } from "@labelwire/core";
import type { StardustErrorCode } from "../error-codes.ts";
import { objectsIn } from "./read-sent.ts";

const distribution = 0;
const completion = 5;

/** Why a workflow is refused: tasks are handed out by the first pool and end in the last. Undefined for a good one, and for none. */
export function findWorkflowFault(workflow: unknown): StardustErrorCode | undefined {
  if (!isPlainObject(workflow)) return undefined;
  const pools = objectsIn(workflow["vertex"]);
  if (pools.length === 0) return 5841;
  if (pools[0]?.["type"] !== distribution) return 5509;
  return pools.at(-1)?.["type"] === completion ? undefined : 5523;
}
