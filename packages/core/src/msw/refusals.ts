import { isBytes } from "../is-bytes.ts";
import { isBodiless, type Refusal } from "./answer.ts";
import { describeFault, type RequestFault } from "./check-request.ts";
import type { MockDefinition } from "./mock-definition.ts";

/** Makes errors as the platform answers them. */
export interface Refusals {
  readonly refuse: (refusal: Refusal["refusal"]) => Response;
  /** Refuses a request that breaks the specification. */
  readonly refuseInvalid: (operation: string, faults: readonly RequestFault[]) => Response;
  /** An error with a body and headers of the test's own in the place of the platform's. */
  readonly fail: (failure: {
    readonly status: number;
    readonly body: unknown;
    readonly headers?: Readonly<Record<string, string>> | undefined;
  }) => Response;
}

/** Makes the {@link Refusals} of a platform. */
export function createRefusals({
  errorBody,
  errorHeaders,
  refuseInvalid,
}: Pick<MockDefinition, "errorBody" | "errorHeaders" | "refuseInvalid">): Refusals {
  const headersOf = (status: number): Headers => {
    const headers = new Headers({ "content-type": "application/json" });
    for (const [name, value] of Object.entries(errorHeaders?.(status) ?? {})) headers.set(name, value);
    return headers;
  };
  const respond = (status: number, body: unknown): Response =>
    new Response(JSON.stringify(body), { status, headers: headersOf(status) });
  const refuse: Refusals["refuse"] = ({ status, message }) => respond(status, errorBody(status, message));
  return {
    refuse,
    refuseInvalid: (operation, faults) => {
      const invalid = refuseInvalid?.(faults);
      if (invalid) return respond(invalid.status, invalid.body);
      const reasons = faults.map(describeFault).join("; ");
      return refuse({ status: statusFor(faults), message: `The request is no valid ${operation}: ${reasons}.` });
    },
    fail: ({ status, body, headers: own }) => {
      const isBare = typeof body === "string" || body instanceof Blob || isBytes(body);
      const headers = isBare ? new Headers() : headersOf(status);
      for (const [name, value] of Object.entries(own ?? {})) headers.set(name, value);
      if (isBodiless(status)) return new Response(null, { status, headers: own ?? {} });
      if (isBare) return new Response(body, { status, headers });
      const message = `Failure ${String(status)} asked for by the test.`;
      return new Response(JSON.stringify(body ?? errorBody(status, message)), { status, headers });
    },
  };
}

function statusFor(faults: readonly RequestFault[]): number {
  if (faults.some(({ place }) => place === "path")) return 404;
  return faults.some(({ reason }) => reason === "media type") ? 415 : 400;
}
