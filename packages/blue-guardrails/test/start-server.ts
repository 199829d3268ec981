import type { Answer } from "../../../scripts/testing/start-server.ts";

export {
  startServer,
  type Answer,
  type ReceivedRequest,
  type TestServer,
} from "../../../scripts/testing/start-server.ts";

/** A success: the platform has no envelope. */
export function success(body: unknown, status = 200): Answer {
  return { status, body };
}

/** A failure with a sentence, as the framework writes it. */
export function failure(status: number, detail: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers, body: { detail } };
}
