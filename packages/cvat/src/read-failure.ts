import type { Failure } from "@labelwire/core";
import { collectMessages, type LocatedMessage } from "./collect-messages.ts";
import { findHint } from "./find-hint.ts";

/** What `details` of an `ApiError` of CVAT holds, where the server says more than a sentence. */
export interface CvatErrorDetails {
  /** What is wrong with each member of the body that was sent, by its path, such as `labels[0].name`. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  /** What is wrong with the whole, where the server says several things or sends a list. */
  readonly messages?: readonly string[];
  /** The background request that does already what was asked for (status 409). */
  readonly rq_id?: string;
  /** The format that an export or an import asked for and the server does not have. */
  readonly format?: string;
  /** The server's formats that are like that one, nearest first; empty for none. */
  readonly nearest?: readonly string[];
}

const mostInOneSentence = 5;

/**
 * Reads CVAT's error out of a body of any of its shapes (server 2.73): `{ detail }`, `{ message }`, messages by field, nested as the
 * body that was sent is, `{ non_field_errors }`, a bare list, a JSON string, plain text that is said to be HTML, `{ rq_id }` beside
 * 409, nothing at all. An HTML page is left to the core, which reads its title.
 */
export function readFailure(body: unknown, response: Response): Failure | undefined {
  if (response.ok) return undefined;
  const { rq_id: requestId } = Object(body) as { rq_id?: unknown }; // Object() makes an object of anything
  if (response.status === 409 && typeof requestId === "string") {
    return { message: `the same work is under way already, as request ${requestId}`, details: { rq_id: requestId } };
  }
  const found = isPage(body) ? [] : collectMessages(body);
  const said = found.map(toSentence);
  const more = said.length > mostInOneSentence ? `; and ${said.length - mostInOneSentence} more` : "";
  const sentence = said.slice(0, mostInOneSentence).join("; ") + more;
  const hint = findHint(response, sentence);
  if (sentence === "") return hint === undefined ? undefined : { message: hint };
  return { message: hint === undefined ? sentence : `${sentence} (${hint})`, details: toDetails(body, found) };
}

function isPage(body: unknown): boolean {
  return typeof body === "string" && /<(?:!doctype|html|head|body|title|h1)\b/i.test(body);
}

function toSentence({ path, text }: LocatedMessage): string {
  return path === "" ? text : `${path}: ${text}`;
}

function toDetails(body: unknown, found: readonly LocatedMessage[]): CvatErrorDetails | undefined {
  const fields = new Map<string, string[]>();
  for (const { path, text } of found) fields.set(path, [...(fields.get(path) ?? []), text]);
  const messages = fields.get("") ?? [];
  fields.delete("");
  if (fields.size === 0 && messages.length < 2 && !Array.isArray(body)) return undefined;
  return {
    ...(fields.size > 0 && { fields: Object.fromEntries(fields) }),
    ...(messages.length > 0 && { messages }),
  };
}
