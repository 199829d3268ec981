import { describeStatus } from "./describe-status.ts";
import { discard } from "./discard.ts";
import { DecodeError } from "./errors.ts";
import { excerpt } from "./excerpt.ts";
import type { ResponseKind } from "./operation.ts";
import { readBody } from "./read-body.ts";
import { readRequestId } from "./read-request-id.ts";
import { redactText } from "./redact.ts";
import { summarizeText } from "./summarize-text.ts";
import { toNetworkError } from "./to-network-error.ts";

// An error that does not fit is no message for people; it must not cost what a large answer may.
const MAX_ERROR_BYTES = 1_048_576;

// What servers send where nobody configured a media type. Anything else that is not JSON says that this is another thing.
const MAYBE_JSON = /^$|[/+]json$|^text\/plain$|\/octet-stream$/;

/** What decoding needs to know. */
export interface DecodeOptions {
  readonly response: Response;
  /** How the body of a success is decoded; `"none"` for HEAD too. */
  readonly kind: ResponseKind;
  /** The most bytes to take, after decompression. */
  readonly maxBytes: number;
  /** The platform's name and header of the request's id, for messages. */
  readonly definition: { readonly title: string; readonly requestIdHeaders?: readonly string[] };
  readonly operation: string;
  /** How many times the request was sent. */
  readonly attempts: number;
  /** What no error may echo. */
  readonly secrets: readonly string[];
  readonly signal: AbortSignal;
}

/**
 * Decodes the body of an answer: of a success as `kind` says, of an error as JSON where it is JSON and as text otherwise.
 *
 * @throws DecodeError where a success is not what `kind` says, is empty, broken, or larger than `maxBytes`; NetworkError where
 * the connection breaks; the signal's reason when aborted.
 */
export async function decodeBody(options: DecodeOptions): Promise<unknown> {
  const { response, kind, signal, maxBytes } = options;
  if (response.ok && (kind === "none" || response.status === 204 || response.status === 205)) {
    discard(response);
    return undefined;
  }
  if (response.bodyUsed) throw fail(options, "its body has been read already; middleware must read a clone() of it");

  let bytes: Uint8Array<ArrayBuffer> | undefined;
  try {
    bytes = await readBody({
      response,
      signal,
      maxBytes: response.ok ? maxBytes : Math.min(maxBytes, MAX_ERROR_BYTES),
    });
  } catch (error) {
    signal.throwIfAborted();
    if (response.ok) throw toNetworkError({ ...options, error });
  }
  if (!response.ok) return bytes === undefined ? undefined : decodeError(bytes);
  if (bytes === undefined)
    throw fail(options, `its body is larger than ${maxBytes} bytes, the limit in maxResponseBytes`);
  return decodeSuccess(options, bytes);
}

function decodeSuccess(options: DecodeOptions, bytes: Uint8Array<ArrayBuffer>): unknown {
  const { response, kind } = options;
  const mediaType = readMediaType(response);
  const isPage = mediaType === "text/html";
  if (kind === "blob" && !isPage) return new Blob([bytes], { type: response.headers.get("content-type") ?? "" });

  let text: string;
  try {
    text = new TextDecoder(readCharset(response), { fatal: true }).decode(bytes);
  } catch {
    throw fail(options, `its body is not text in ${readCharset(response)}`, bytes);
  }
  if (kind === "text") return text;
  if (kind === "json" && text.trim() === "") throw fail(options, "its body is empty, not JSON");
  if (kind === "json" && MAYBE_JSON.test(mediaType)) {
    try {
      return JSON.parse(text);
    } catch {
      // The engine's message quotes the body, so it is not passed on.
      throw fail(options, "its body is not JSON, or was cut short", bytes);
    }
  }
  const title = isPage ? summarizeText(excerpt(text, options.secrets)) : "";
  throw fail(
    options,
    `its body is ${mediaType}${title === "" ? "" : ` ("${title}")`}, not ${kind === "json" ? "JSON" : "a file"}`,
    bytes,
  );
}

function decodeError(bytes: Uint8Array<ArrayBuffer>): unknown {
  const text = new TextDecoder().decode(bytes);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function readMediaType(response: Response): string {
  return (response.headers.get("content-type") ?? "").split(";", 1).join("").trim().toLowerCase();
}

function readCharset(response: Response): string {
  return /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(response.headers.get("content-type") ?? "")?.[1] ?? "utf-8";
}

function fail(options: DecodeOptions, problem: string, bytes = new Uint8Array()): DecodeError {
  const { response, definition, operation, secrets } = options;
  const message = `${definition.title} answered ${operation} with ${describeStatus(response)}, but ${problem}.`;
  return new DecodeError({
    message: redactText(message, secrets),
    operation,
    status: response.status,
    requestId: readRequestId(response, definition.requestIdHeaders),
    mediaType: readMediaType(response),
    excerpt: excerpt(new TextDecoder().decode(bytes.subarray(0, 8_192)), secrets),
  });
}
