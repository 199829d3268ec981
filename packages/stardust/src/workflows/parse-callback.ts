import { ConfigError, exactIntegers, isPlainObject } from "@labelwire/core";
import { getTask } from "../generated/operations.ts";
import type { Schema } from "../types.ts";

// A callback carries the task that `get_task` answers with. Its id is documented as text; elsewhere the same id is an integer.
const ofTask = getTask.integers?.answered?.map((place) => place.replace(/^\/data/, "/task")) ?? [];
const places = [...ofTask, "/taskId", "/task/taskId"];

/**
 * Reads the body of a callback, with every id exact: a task was completed, could not be made, or went through an audit. Check it with
 * `verifyCallback` first.
 *
 * `status` is `"completed"` or `"error"`; the values that audits send (approved, rejected, fixed) are not documented, so be ready for
 * others.
 *
 * @param body - The body as it arrived, text or bytes. One that was parsed has lost digits of ids already, and is refused: have your
 * framework leave it alone, such as with `express.text({ type: "application/json" })`.
 * @throws ConfigError where it is not a callback.
 */
export function parseCallback(body: string | Uint8Array | ArrayBuffer): Schema<"CallbackEvent"> {
  const event = parse(readText(body));
  if (!isPlainObject(event) || typeof event["taskId"] !== "string" || typeof event["status"] !== "string") {
    const message = "The body is not that of a callback: a JSON object with taskId and status.";
    throw new ConfigError({ option: "body", message });
  }
  // The rest of a callback is optional, so that this is all it has to be.
  return event as Schema<"CallbackEvent">;
}

function readText(body: unknown): string {
  if (typeof body === "string") return body;
  if (isBytes(body)) return new TextDecoder().decode(body);
  const message =
    "The body is neither text nor bytes. Pass it as it arrived: JSON that was parsed has lost digits of ids already.";
  throw new ConfigError({ option: "body", message });
}

/** Not `instanceof`: bytes may come from another realm. A Buffer is a view. */
function isBytes(value: unknown): value is ArrayBuffer | ArrayBufferView {
  return ArrayBuffer.isView(value) || Object.prototype.toString.call(value) === "[object ArrayBuffer]";
}

function parse(text: string): unknown {
  try {
    return exactIntegers.parse(text, places);
  } catch {
    return undefined; // Not JSON, which the caller is told.
  }
}
