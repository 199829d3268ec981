import type { RequestFault } from "@labelwire/core/msw";

/** How the platform refuses a request that breaks its rules: 422, with the way to each fault, as it documents. */
export function refuseInvalid(faults: readonly RequestFault[]): { readonly status: number; readonly body: unknown } {
  return { status: 422, body: { detail: faults.map(toIssue) } };
}

function toIssue({ place, pointer, reason, message }: RequestFault): object {
  const way = pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((part) => (place === "body" && /^\d+$/.test(part) ? Number(part) : part));
  return { loc: [place, ...way], msg: message, type: reason === "missing" ? "missing" : "value_error" };
}
