import { ConfigError } from "./errors.ts";
import { mergeQuery } from "./link-query.ts";
import { pageKey } from "./page-key.ts";
import type { PageRequest } from "./page-strategy.ts";

/** The list that a resume cursor belongs to: one operation called with one set of parameters. */
export interface CursorScope {
  /** The operationId. */
  readonly operation: string;
  /** The parameters of the path. */
  readonly path: unknown;
  /** The query and body that the caller gave. */
  readonly initial: PageRequest;
}

interface SavedCursor {
  readonly operation: string;
  readonly call: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly pageSize?: number;
}

/** Writes the request for a page as text: what differs from the caller's own query and body, and a mark of those. */
export function saveCursor(scope: CursorScope, { query, body, pageSize }: PageRequest): string {
  const saved: SavedCursor = {
    operation: scope.operation,
    call: callMark(scope),
    query: changedMembers(scope.initial.query, query),
    ...(isRecord(body) && { body: changedMembers(scope.initial.body, body) }),
    ...(pageSize !== undefined && { pageSize }),
  };
  return JSON.stringify(saved);
}

/**
 * The request that a cursor stands for.
 *
 * @throws ConfigError for text that is no cursor, and for the cursor of another operation or of other parameters, whose pages
 * are cut differently.
 */
export function readCursor(scope: CursorScope, cursor: string): PageRequest {
  const saved = parseCursor(scope.operation, cursor);
  if (saved.operation !== scope.operation) {
    throw badCursor(scope.operation, `was saved by ${saved.operation}: pass it to the operation that gave it`);
  }
  if (saved.call !== callMark(scope)) {
    throw badCursor(
      scope.operation,
      "was saved by a call with other parameters: pass the same ones, or start without it",
    );
  }
  const { initial } = scope;
  return {
    query: mergeQuery(initial.query, saved.query),
    body: isRecord(saved.body) ? { ...(isRecord(initial.body) && initial.body), ...saved.body } : initial.body,
    ...(typeof saved.pageSize === "number" && { pageSize: saved.pageSize }),
  };
}

function parseCursor(operation: string, cursor: string): SavedCursor {
  let parsed: unknown;
  try {
    parsed = JSON.parse(cursor);
  } catch {
    parsed = undefined;
  }
  if (isSavedCursor(parsed)) return parsed;
  throw badCursor(operation, "is not a cursor of a page: pass the `cursor` of a page as it was");
}

function isSavedCursor(value: unknown): value is SavedCursor {
  return (
    isRecord(value) &&
    typeof value["operation"] === "string" &&
    typeof value["call"] === "string" &&
    isRecord(value["query"])
  );
}

function changedMembers(initial: unknown, members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const before = isRecord(initial) ? initial : {};
  const changed = Object.entries(members).filter(
    ([name, value]) => !Object.hasOwn(before, name) || pageKey(before[name]) !== pageKey(value),
  );
  return Object.fromEntries(changed);
}

/** FNV-1a over the caller's parameters: enough to notice other filters, and it shows none of them. */
function callMark({ path, initial }: CursorScope): string {
  let hash = 0x811c9dc5;
  for (const character of pageKey([path, initial.query, initial.body])) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(16);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function badCursor(operation: string, reason: string): ConfigError {
  return new ConfigError({
    option: "from",
    operation,
    message: `paginate ${operation}: the option \`from\` ${reason}.`,
  });
}
