import type { RequestFault } from "@labelwire/core/msw";
import { isInside } from "../../msw/refuse-invalid.ts";
import type { StardustHelixErrorCode } from "../error-codes.ts";
import { failureEnvelope } from "./failure-envelope.ts";

/** Parameters of which the platform says by a code of its own that they cannot be used; `*` stands for an index. */
const codes: Readonly<Record<string, StardustHelixErrorCode>> = {
  "/helixStatus": 54008,
  "/helixBucketNameList/*": 54011,
  "/taxonomyDetails": 57001,
  "/nodes/*/type": 50530,
  "/nodes": 50522,
  "/edges": 50522,
};

/** A request that breaks the documentation is a business failure. */
export function refuseInvalid(faults: readonly RequestFault[]): { readonly status: number; readonly body: object } {
  const pointer = faults.find(isInside)?.pointer.replaceAll(/\/\d+(?=\/|$)/g, "/*") ?? "";
  const place = Object.keys(codes).find((one) => pointer === one || pointer.startsWith(`${one}/`));
  const reasons = faults.map((fault) => `${fault.pointer} ${fault.message}`).join("; ");
  const code = place === undefined ? undefined : codes[place];
  return { status: 200, body: failureEnvelope(code ?? 4005, `Invalid Parameter: ${reasons}`) };
}
