import { DecodeError, readMember } from "@labelwire/core";

/** The id of the background request in an answer, or in a refusal because the same work is under way; undefined where there is none. */
export function findRequestId(body: unknown): string | undefined {
  const requestId = readMember(body, ["rq_id"]);
  return typeof requestId === "string" && requestId.trim() !== "" ? requestId : undefined;
}

/**
 * The id of the background request that work was started as.
 *
 * @throws DecodeError where the answer names none: then nobody can tell whether anything was started.
 */
export function readRequestId(body: unknown, operation: string): string {
  const requestId = findRequestId(body);
  if (requestId !== undefined) return requestId;
  throw new DecodeError({
    operation,
    message: `CVAT answered ${operation} without the rq_id of a request to wait for. Check that baseUrl is that of a CVAT server.`,
    status: 202,
    mediaType: "application/vnd.cvat+json",
    excerpt: "",
  });
}
