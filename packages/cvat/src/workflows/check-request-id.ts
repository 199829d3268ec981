import { ConfigError } from "@labelwire/core";

/** @throws ConfigError for what is no request's id. */
export function checkRequestId(requestId: unknown): void {
  if (typeof requestId === "string" && requestId.trim() !== "") return;
  const message = "requestId must be a string that is not empty: the rq_id that starting the work was answered with.";
  throw new ConfigError({ option: "requestId", message });
}
