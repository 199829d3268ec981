import type { Failure } from "@labelwire/core";

/** Reads CVAT's error out of a body: `{ detail }` is the commonest shape. */
export function readFailure(body: unknown, response: Response): Failure | undefined {
  if (response.ok) return undefined;
  const { detail } = Object(body) as Record<string, unknown>; // Object() makes an object of anything
  if (typeof detail === "string") return { message: detail };
  return typeof body === "string" && body !== "" ? { message: body } : undefined;
}
