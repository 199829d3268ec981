import { isBytes } from "./is-bytes.ts";
import type { RequestKind } from "./operation.ts";
import { serializeFormData } from "./serialize-form-data.ts";
import { serializeJson } from "./serialize-json.ts";
import { serializeQuery } from "./serialize-query.ts";

/** A request body that `fetch` takes; not named `BodyInit`, which the types of Node alone do not have. */
export interface SerializedBody {
  readonly body: NonNullable<RequestInit["body"]>;
  /** The value of `Content-Type`; null where `fetch` writes a better one, such as the boundary of a form. */
  readonly contentType: string | null;
}

const BYTES = "application/octet-stream";

/**
 * Encodes a request body. Bytes, `Blob`, `FormData`, `URLSearchParams` and streams are sent as they are, whatever `kind` says;
 * everything else as `kind`, JSON by default. Where `kind` is a media type, bytes without one of their own are sent with it, and so
 * is text.
 *
 * @throws ConfigError naming the place, for what cannot be written: a bigint or NaN in JSON, an object within itself.
 */
export function serializeBody(
  body: unknown,
  kind: RequestKind | undefined = "json",
  operation: string,
): SerializedBody {
  if (body instanceof FormData || body instanceof URLSearchParams) return { body, contentType: null };
  const isMediaType = kind.includes("/");
  const bytes = isMediaType ? kind : BYTES;
  if (body instanceof Blob) return { body, contentType: body.type === "" ? bytes : null };
  if (body instanceof ReadableStream || isBytes(body)) return { body, contentType: bytes };
  if (isMediaType && typeof body === "string") return { body, contentType: kind };
  if (isMediaType || kind === "json")
    return { body: serializeJson(body, "body", operation), contentType: "application/json" };
  const fields = typeof body === "object" ? { ...body } : {};
  return kind === "form"
    ? { body: new URLSearchParams(serializeQuery(fields, operation)), contentType: null }
    : { body: serializeFormData(fields, operation), contentType: null };
}
