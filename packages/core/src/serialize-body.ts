import { configFault } from "./config-fault.ts";
import { isBytes } from "./is-bytes.ts";
import { isPlainObject } from "./is-plain-object.ts";
import type { RequestKind } from "./operation.ts";
import { serializeFormData } from "./serialize-form-data.ts";
import { serializeJson } from "./serialize-json.ts";
import { serializeQuery } from "./serialize-query.ts";

/** A request body that `fetch` takes; not named `BodyInit`, which the types of Node alone do not have. */
export interface SerializedBody {
  readonly body: NonNullable<RequestInit["body"]>;
  /** The value of `Content-Type`; absent where `fetch` writes a better one, such as the boundary of a form. */
  readonly contentType?: string;
}

/**
 * Encodes a request body. Bytes, `Blob`, `FormData`, `URLSearchParams` and streams are sent as they are, whatever `kind` says;
 * everything else as `kind`, JSON by default. Where `kind` is a media type, text is sent as it is too, and bytes without a media type
 * of their own with it.
 *
 * @throws ConfigError naming the place, for what cannot be written: NaN or bytes in JSON, an object where `kind` is a media type, text
 * where it is a form.
 */
export function serializeBody(
  body: unknown,
  kind: RequestKind | undefined = "json",
  operation: string,
): SerializedBody {
  if (body instanceof FormData || body instanceof URLSearchParams) return { body };
  const isMediaType = kind.includes("/");
  const bytesType = isMediaType ? kind : "application/octet-stream";
  if (body instanceof Blob) return { body, contentType: body.type || bytesType };
  if (body instanceof ReadableStream || isBytes(body) || (isMediaType && typeof body === "string")) {
    return { body, contentType: bytesType };
  }
  if (kind === "json") return { body: serializeJson(body, "body", operation), contentType: "application/json" };
  if (isMediaType || !isPlainObject(body)) {
    const expected = isMediaType ? "text, bytes, a Blob or a stream" : "a plain object, FormData or URLSearchParams";
    throw configFault("body", `must be ${expected}: it is sent as ${kind}`, operation);
  }
  return {
    body:
      kind === "form"
        ? new URLSearchParams(serializeQuery(body, operation, "body"))
        : serializeFormData(body, operation),
  };
}
