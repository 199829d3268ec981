import { ApiError } from "@labelwire/core";
import { serverRetrieveAnnotationFormats } from "../generated/operations.ts";
import type { CvatCaller } from "../types.ts";
import { nearestFormats } from "./nearest-formats.ts";

/** A refusal that a format may be the reason of. */
export interface RefusedFormat {
  /** What the server answered. */
  readonly error: ApiError;
  /** The format that was asked for. */
  readonly format: string;
  /** What formats it had to be one of. */
  readonly kind: "exporters" | "importers";
  readonly signal?: AbortSignal | undefined;
}

/**
 * The error to throw where the server refused an export or an import. The server says "Unknown format" (400) or that it is disabled
 * (405), not which there are: the nearest ones of its own list are added. Any other refusal is given back as it is.
 */
export async function explainUnknownFormat(client: CvatCaller, refused: RefusedFormat): Promise<ApiError> {
  const { error, format, kind, signal } = refused;
  if (error.status !== 400 && error.status !== 405) return error;
  const { data } = await serverRetrieveAnnotationFormats(client, { signal }).catch(() => ({ data: undefined }));
  signal?.throwIfAborted();
  if (data === undefined) return error;
  const names = data[kind].filter(({ enabled }) => enabled).map(({ name }) => name);
  if (names.includes(format)) return error;
  const nearest = nearestFormats(format, names);
  const which =
    nearest.length > 0
      ? `The nearest ${nearest.length > 1 ? "are" : "is"} ${quoted(nearest)}.`
      : `There are ${quoted(names)}.`;
  const { operation, status, code, requestId, retryAfterMs, body } = error;
  return new ApiError({
    operation,
    message: `${error.message.replace(/\.$/, "")}. This server has no format ${JSON.stringify(format)} among its ${kind}. ${which}`,
    status,
    code,
    requestId,
    retryAfterMs,
    body,
    details: { format, nearest },
    cause: error,
  });
}

function quoted(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(", ");
}
