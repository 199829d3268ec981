import type { RequestFault } from "@labelwire/core/msw";

/**
 * How the server refuses a request that breaks the schema: messages by field, nested as the body is, for a wrong body; a list of
 * sentences for a wrong parameter; `detail` for a path that leads to nothing and for a media type (server 2.73).
 */
export function refuseInvalid(faults: readonly RequestFault[]): { readonly status: number; readonly body: unknown } {
  const [first] = faults;
  if (faults.some(({ place }) => place === "path")) return { status: 404, body: { detail: "Not found." } };
  if (first?.reason === "media type") {
    return { status: 415, body: { detail: `Unsupported media type in request: it ${first.message}.` } };
  }
  const inBody = faults.filter(({ place }) => place === "body");
  if (inBody.length === 0) {
    return { status: 400, body: faults.map(({ place, pointer, message }) => `${place}${pointer}: ${message}`) };
  }
  return { status: 400, body: inBody.reduce<Messages>(addMessage, {}) };
}

interface Messages {
  readonly [field: string]: readonly string[] | Messages;
}

function addMessage(messages: Messages, { pointer, message }: RequestFault): Messages {
  const path = pointer.split("/").slice(1);
  return nest(messages, path.length === 0 ? ["non_field_errors"] : path, message);
}

function nest(messages: Messages, [name = "", ...rest]: readonly string[], message: string): Messages {
  const present = Object.hasOwn(messages, name) ? messages[name] : undefined;
  const inner = isList(present) || present === undefined ? {} : present;
  const value = rest.length > 0 ? nest(inner, rest, message) : [...(isList(present) ? present : []), message];
  // Object.fromEntries defines members; an assignment to `__proto__` would change the prototype instead.
  return { ...messages, ...Object.fromEntries([[name, value]]) };
}

function isList(value: Messages[string] | undefined): value is readonly string[] {
  return Array.isArray(value);
}
