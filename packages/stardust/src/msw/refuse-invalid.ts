import type { RequestFault } from "@labelwire/core/msw";
import type { StardustErrorCode } from "../error-codes.ts";
import { failureEnvelope } from "./failure-envelope.ts";

/** Parameters of which the platform says by a code of its own that they cannot be used. */
const codes: Readonly<Record<string, StardustErrorCode>> = { dataType: 5838, operators: 5839, workflow: 5841 };

/** A request that breaks the documentation is a business failure. */
export function refuseInvalid(faults: readonly RequestFault[]): { readonly status: number; readonly body: object } {
  const [, member = ""] = faults.find(isInside)?.pointer.split("/") ?? [];
  const reasons = faults.map(({ pointer, message }) => `${pointer} ${message}`).join("; ");
  const code = Object.hasOwn(codes, member) ? codes[member] : undefined;
  return { status: 200, body: failureEnvelope(code ?? 400, `Invalid Parameter: ${reasons}`) };
}

/** False for a parameter that is not there at all. */
export function isInside({ reason, pointer }: RequestFault): boolean {
  return reason === "invalid" || pointer.lastIndexOf("/") > 0;
}
