import type { Answer } from "../../../scripts/testing/start-server.ts";

export {
  startServer,
  type Answer,
  type ReceivedRequest,
  type TestServer,
} from "../../../scripts/testing/start-server.ts";

/** The platform's envelope of a success. */
export function success(data: unknown, status = 200): Answer {
  return { status, body: { status: "success", data } };
}

/** The platform's envelope of a failure. */
export function failure(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers, body: { status: status < 500 ? "fail" : "error", message } };
}
