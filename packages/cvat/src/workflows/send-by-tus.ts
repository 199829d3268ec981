import { isApiError, sleep } from "@labelwire/core";
import { readTusFailure } from "./read-tus-failure.ts";
import { runTus, type TusRun } from "./run-tus.ts";

/** The waits before the attempts after the first. Bytes that the server has taken meanwhile make the count begin anew. */
const waitsMs = [1_000, 4_000, 15_000];

/**
 * Sends a file until the server has all of it. After a failure that may pass the server is asked where it stands, and the upload
 * goes on from there; an upload that the server knows no more is begun anew.
 *
 * @throws The last failure; the signal's reason when aborted.
 */
export async function sendByTus(run: TusRun): Promise<void> {
  const { client, session, signal } = run;
  let failures = 0;
  let furthest = 0;
  let mayBeComplete = false;
  for (;;) {
    try {
      await runTus(run);
      return;
    } catch (thrown) {
      signal.throwIfAborted();
      const { error, remedy } = readTusFailure(thrown, session.fileId !== undefined);
      // Complete uploads are forgotten. The answer to the last piece was lost, and the name is taken: by the file itself.
      if (remedy === "exists" && mayBeComplete) return;
      failures = session.offset > furthest ? 0 : failures;
      furthest = Math.max(furthest, session.offset);
      const waitMs = waitsMs[failures];
      if (remedy === "exists" || remedy === "none" || waitMs === undefined) throw error;
      failures += 1;
      if (remedy === "restart") {
        mayBeComplete ||= isApiError(error) && session.sentBytes === session.size;
        session.fileId = undefined;
        continue;
      }
      const askedMs = isApiError(error) ? (error.retryAfterMs ?? 0) : 0;
      await sleep(Math.max(waitMs, askedMs), { clock: client.clock, signal });
    }
  }
}
