import { readMember } from "@labelwire/core";
import { requestsList } from "../generated/operations.ts";
import type { CvatCaller } from "../types.ts";
import { answerFault } from "./answer-fault.ts";

/** What background requests are sought by. */
export interface RequestsToList {
  readonly action: "create" | "import";
  readonly subresource?: string | undefined;
  /** What they work on. */
  readonly kind: "task" | "job" | "project";
  /** Its id; undefined where there is none before they are done. */
  readonly id?: number | undefined;
  readonly signal: AbortSignal;
}

/** A background request in the server's list. */
export interface ListedRequest {
  readonly id: string;
  /** When it was made, by the server's clock, in milliseconds; NaN where the server does not say. */
  readonly createdMs: number;
}

/** The server's list, as it was when it was asked for. */
export interface RequestList {
  readonly requests: readonly ListedRequest[];
  /** What the server's clock showed, to the second; NaN where a browser hides it. */
  readonly serverMs: number;
}

/**
 * Lists the caller's background requests, where the answer that told the id of one was lost.
 *
 * @throws What getting the list throws; DecodeError for an answer that is no list.
 */
export async function listRequests(client: CvatCaller, wanted: RequestsToList): Promise<RequestList> {
  const { action, subresource, kind, id, signal } = wanted;
  const query = {
    action,
    target: kind,
    ...(subresource !== undefined && { subresource }),
    ...(id !== undefined && { [`${kind}_id`]: id }),
    page_size: "all",
  } as const;
  const { data, error, response } = await requestsList(client, { params: { query }, signal });
  if (error !== undefined) throw error;
  const results = readMember(data, ["results"]);
  if (!Array.isArray(results)) {
    throw answerFault({ operation: requestsList.id, problem: "without the results of a list", response });
  }
  // A server that leaves a filter out of account must not have another's work taken for it.
  const isWanted = (request: unknown): boolean => {
    const does = String(readMember(request, ["operation", "type"]));
    const isOn = id === undefined || readMember(request, ["operation", `${kind}_id`]) === id;
    return does.startsWith(`${action}:`) && isOn;
  };
  const requests = results.filter(isWanted).flatMap(readRequest);
  return { requests, serverMs: Date.parse(response.headers.get("date") ?? "") };
}

/** A request in a list of one; an empty list for what is none. */
function readRequest(request: unknown): readonly ListedRequest[] {
  const id = readMember(request, ["id"]);
  return typeof id === "string" ? [{ id, createdMs: Date.parse(String(readMember(request, ["created_date"]))) }] : [];
}
