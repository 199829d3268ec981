import type { CallState } from "./call-state.ts";
import type { Deadline } from "./deadline.ts";
import { discard } from "./discard.ts";
import { DecodeError } from "./errors.ts";
import { excerpt } from "./excerpt.ts";
import type { ResponseKind } from "./operation.ts";
import { parseJson } from "./parse-json.ts";
import { readBody } from "./read-body.ts";
import { readRequestId } from "./read-request-id.ts";
import { toNetworkError } from "./to-network-error.ts";

// What servers send where nobody configured a media type. Any other that is not JSON says that the body is another thing.
const MAYBE_JSON = /^$|[/+]json$|^text\/plain$|\/octet-stream$/;

// An error page must not cost what a large answer may.
const MAX_ERROR_BYTES = 1_048_576;

/** What reading an answer needs to know of its call. */
export type AnsweredCall = Pick<CallState, "definition" | "operation" | "attempts" | "secrets">;

/**
 * Decodes the body of an answer: of a success as `kind` says, of an error as JSON where it is JSON and as text otherwise.
 *
 * @param kind - How the body of a success is decoded; `"none"` for HEAD too.
 * @throws DecodeError where a success is not what `kind` says, is empty though it may not be, broken, or larger than
 * `maxResponseBytes`; NetworkError where the connection breaks; the reason of the call's signal when aborted.
 */
export async function decodeBody(
  call: AnsweredCall & Pick<CallState, "maxResponseBytes" | "integers" | "mayBeEmpty">,
  response: Response,
  kind: ResponseKind,
  deadline: Pick<Deadline, "race" | "signal">,
): Promise<unknown> {
  const { definition, operation, secrets, maxResponseBytes } = call;
  const { ok, status, headers } = response;
  if (ok && (kind === "none" || status === 204 || status === 205)) {
    discard(response);
    return undefined;
  }
  const contentType = headers.get("content-type") ?? "";
  const mediaType = (/^[^\s;]*/.exec(contentType)?.[0] ?? "").toLowerCase();
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1];
  let text = "";
  const fault = (problem: string): DecodeError =>
    new DecodeError({
      message: `${definition.title} answered ${operation} with status ${status}, but the body ${problem}.`,
      operation,
      status,
      requestId: readRequestId(response, definition.requestIdHeaders),
      mediaType,
      excerpt: excerpt(text, secrets()),
    });

  if (ok && response.bodyUsed) throw fault("was read by middleware, which must read a clone() of it");
  const limit = ok ? maxResponseBytes : Math.min(maxResponseBytes, MAX_ERROR_BYTES);
  const { chunks, isWhole, error: failure } = await readBody(response, deadline, limit);
  // Of an error the status is known, and what has come of its body may say why.
  if (ok && failure) throw toNetworkError(call, failure);
  if (ok && !isWhole) throw fault(`is larger than ${maxResponseBytes} bytes, the limit in maxResponseBytes`);

  if (ok && kind === "blob" && mediaType !== "text/html") return new Blob(chunks, { type: contentType });
  try {
    const decoder = new TextDecoder(ok ? charset : undefined, { fatal: ok });
    // Not as a stream where there is but one, because that is slow in Node.
    for (const [index, chunk] of chunks.entries())
      text += decoder.decode(chunk, index < chunks.length - 1 ? { stream: true } : undefined);
  } catch {
    throw fault(`is not text in ${charset ?? "utf-8"}`);
  }
  const isJson = MAYBE_JSON.test(mediaType);
  try {
    if (!ok) return JSON.parse(text);
    if (isJson && kind === "json") {
      return definition.exactIntegers
        ? definition.exactIntegers.parse(text, call.integers?.answered)
        : parseJson(text, (name) =>
            fault(
              `has in "${name}" an integer that a number cannot hold exactly; \`client.fetch\` gives the text as it came`,
            ),
          );
    }
  } catch (error) {
    // The engine's message quotes the body, so it is not passed on.
    if (error instanceof DecodeError) throw error;
  }
  if (!ok || kind === "text") return text;
  if (!text.trim()) {
    if (call.mayBeEmpty) return undefined;
    throw fault("is empty");
  }
  if (isJson) throw fault("is not JSON, or was cut short");
  const hint = mediaType === "text/html" ? ": check the base URL, and whether a proxy asks for a sign-in" : "";
  throw fault(`is ${mediaType}, not ${kind === "json" ? "JSON" : "a file"}${hint}`);
}
