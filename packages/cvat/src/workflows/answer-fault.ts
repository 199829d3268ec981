import { DecodeError } from "@labelwire/core";

/** An answer that CVAT does not give. */
export interface FaultyAnswer {
  /** The operationId. */
  readonly operation: string;
  /** What is wrong with it, as it reads after "CVAT answered tasks_create". */
  readonly problem: string;
  readonly response: Pick<Response, "status" | "headers">;
}

/**
 * The error for an answer that says success and is not what CVAT answers with: another server, or a proxy, answers in its place. Taken
 * for success it would report as done what never was.
 */
export function answerFault({ operation, problem, response: { status, headers } }: FaultyAnswer): DecodeError {
  const mediaType = headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const message = `CVAT answered ${operation} with status ${status} ${problem}. Check baseUrl, and whether a proxy answers in place of CVAT, such as to ask for a sign-in.`;
  return new DecodeError({ operation, message, status, mediaType, excerpt: "" });
}
