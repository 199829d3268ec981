import type { CallInit } from "./call-options.ts";
import type { ClientSettings } from "./client-settings.ts";
import { isIdempotent } from "./http-method.ts";
import type { OperationInfo } from "./operation.ts";
import { readResult } from "./read-result.ts";
import type { Result } from "./result.ts";
import { sendWithRetries } from "./send-with-retries.ts";
import { runMiddleware, type Middleware } from "./run-middleware.ts";
import { waitForRetry } from "./retry.ts";
import { withCall } from "./with-call.ts";
import { withinTime } from "./within-time.ts";
import { writeRequest } from "./write-request.ts";

/** What a call runs with. */
export interface CallContext {
  readonly settings: ClientSettings;
  readonly middleware: readonly Middleware[];
}

/** Runs one operation, from its parameters to its result. */
export function runCall(
  { settings, middleware }: CallContext,
  info: OperationInfo,
  init: CallInit = {},
): Promise<Result<never>> {
  const { id: operation, method, idempotent = isIdempotent(method), integers, mayBeEmpty } = info;
  return withCall(settings, { init, facts: { operation, idempotent, integers, mayBeEmpty } }, async (call) => {
    const request = writeRequest(settings, info, settings.definition.exactIntegers?.send(init, info) ?? init);
    for (;;) {
      const response = middleware.length
        ? await withinTime(call, (signal) =>
            runMiddleware(call, request, { middleware, info, params: init.params, signal }),
          )
        : await sendWithRetries(call, request);
      try {
        return await readResult(call, response, info.response);
      } catch (error) {
        // The connection can still break, and the attempt time out, while the body is read.
        if (!(await waitForRetry(call, { error }))) throw error;
      }
    }
  });
}
