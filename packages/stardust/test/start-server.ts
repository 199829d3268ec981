import type { Answer } from "../../../scripts/testing/start-server.ts";

export {
  startServer,
  type Answer,
  type ReceivedRequest,
  type TestServer,
} from "../../../scripts/testing/start-server.ts";

/** The platform's envelope of a success. Give `data` as JSON text where it has integers that JavaScript cannot write. */
export function success(data: unknown, code = 200): Answer {
  const rest = `"code":${code},"message":"Success","date":"2026-01-15 09:30:00","requestId":"77bdf4cd17159398","success":true`;
  const text = typeof data === "string" ? data : JSON.stringify(data);
  return { headers: { "content-type": "application/json" }, body: `{${rest},"data":${text}}` };
}

/** The platform's envelope of a failure, inside HTTP 200 unless another status is given. */
export function failure(code: number, message: string, more: Answer = {}): Answer {
  const date = "2026-01-15 09:30:00";
  return { ...more, body: { code, message, data: null, date, requestId: "77bdf4cd17159399", success: false } };
}
