import type { CallInit } from "./call-options.ts";
import type { CallState } from "./call-state.ts";
import { checkOptions } from "./check-options.ts";
import type { ClientSettings } from "./client-settings.ts";
import { decodeBody } from "./decode-body.ts";
import { isIdempotent } from "./http-method.ts";
import type { OperationInfo } from "./operation.ts";
import { callRules } from "./option-rules.ts";
import { readApiError } from "./read-api-error.ts";
import type { Result } from "./result.ts";
import { runMiddleware, type Middleware } from "./run-middleware.ts";
import { waitForRetry } from "./send-with-retries.ts";
import { untilAborted } from "./until-aborted.ts";
import { withCall } from "./with-call.ts";
import { writeRequest } from "./write-request.ts";

/** What a call runs with. */
export interface CallContext {
  readonly settings: ClientSettings;
  readonly middleware: readonly Middleware[];
}

/** Runs one operation, from its parameters to its result. */
export async function runCall(
  { settings, middleware }: CallContext,
  info: OperationInfo,
  init: CallInit = {},
): Promise<Result<never>> {
  checkOptions(init, callRules);
  const request = writeRequest(settings, info, settings.definition.exactIntegers?.send(init, info) ?? init);
  const idempotent = info.idempotent ?? isIdempotent(info.method);
  const options = { ...init, operation: info.id, idempotent, integers: info.integers };
  return withCall(settings, options, async (call) => {
    for (;;) {
      const sending = runMiddleware(call, request, { middleware, info, params: init.params });
      // Raced, because middleware may wait for anything.
      const response = await untilAborted(sending, call.total.signal);
      try {
        return await readResult(call, response, info.response);
      } catch (error) {
        // The connection can still break, and the attempt time out, while the body is read.
        if (!(await waitForRetry(call, { error }))) throw error;
      }
    }
  });
}

async function readResult(
  call: CallState,
  response: Response,
  kind: OperationInfo["response"],
): Promise<Result<never>> {
  const body = await decodeBody(call, response, kind);
  const error = response.ok && kind !== "json" ? undefined : readApiError(call, response, body);
  // What the specification says of the body is in the types of the operation; here nothing is known of it.
  return error ? { error, response } : { data: body as never, response };
}
