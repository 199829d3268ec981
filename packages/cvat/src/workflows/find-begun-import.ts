import { isApiError, sleep } from "@labelwire/core";
import type { CvatCaller } from "../types.ts";
import { attachFailure } from "./attach-failure.ts";
import type { DoubtfulError } from "./is-doubtful.ts";
import { listRequests, type ListedRequest, type RequestList, type RequestsToList } from "./list-requests.ts";
import { withAdvice } from "./with-advice.ts";

/** An import whose answer was lost. */
export interface LostImport {
  /** What came instead of the answer. */
  readonly error: DoubtfulError;
  /** What the server lists the import by. */
  readonly listed: Pick<RequestsToList, "kind" | "id" | "subresource">;
  /** When it was sent, by the client's clock. */
  readonly sentMs: number;
  readonly signal: AbortSignal;
}

/** The waits between the looks: a gateway may have given up while the server still takes the file. */
const patientWaitsMs = [2_000, 10_000];

/**
 * Looks whether an import was begun, in the server's own list of requests.
 *
 * @returns The id of its request.
 * @throws The failure, which says whether the import was not begun or nobody can tell.
 */
export async function findBegunImport(client: CvatCaller, lost: LostImport): Promise<string> {
  const { error, listed, signal } = lost;
  // The server that answers 500 itself is done with the call: what it has begun is in its list by now.
  const waitsMs = isApiError(error) && error.status === 500 ? [] : patientWaitsMs;
  for (let look = 0; ; look += 1) {
    const list = await listRequests(client, { action: "import", ...listed, signal }).catch((later: unknown) => {
      signal.throwIfAborted();
      throw attachFailure(withAdvice(error, unlisted), later);
    });
    const [found, ...others] = findFresh(client, lost, list);
    if (found !== undefined) {
      // Of what works on a task, a job or a project the server runs one at a time; of backups any number.
      if (others.length === 0 && listed.id !== undefined && !Number.isNaN(found.createdMs + list.serverMs)) {
        return found.id;
      }
      throw withAdvice(error, ambiguous([found, ...others]));
    }
    const waitMs = waitsMs[look];
    if (waitMs === undefined) throw withAdvice(error, notBegun);
    await sleep(waitMs, { clock: client.clock, signal });
  }
}

/**
 * The requests that may be the import: made since it was sent, by the server's clock. An import into the same task has the same id, so
 * that one of an hour ago would pass for it.
 */
function findFresh(
  { clock }: CvatCaller,
  { sentMs }: LostImport,
  { requests, serverMs }: RequestList,
): readonly ListedRequest[] {
  const sinceMs = serverMs - (clock.now() - sentMs);
  // Where either time is not known, it may be.
  return requests.filter(({ createdMs }) => !(createdMs < sinceMs));
}

const notBegun = "CVAT has not begun the import, and lists no request of it: import again.";

const unlisted =
  "Whether CVAT has begun the import is not known, because its list of requests could not be had either: see the background requests before importing again, or what is there may be imported twice.";

function ambiguous(requests: readonly ListedRequest[]): string {
  const ids = requests.map(({ id }) => JSON.stringify(id)).join(", ");
  return `Whether CVAT has begun the import is not known: of the background requests that may be it there ${requests.length === 1 ? "is" : "are"} ${ids}. waitForRequest tells what comes of a request; import again only if it is another's.`;
}
