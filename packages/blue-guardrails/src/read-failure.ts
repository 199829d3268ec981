import { isPlainObject, type Failure } from "@labelwire/core";

/** One thing that the platform found wrong with a request. */
export interface BlueGuardrailsIssue {
  /** Where the input was sent: `body`, `query`, `path` or `header`. */
  readonly place: string;
  /** The way to the input, such as `labels[0].name`; empty for the whole. */
  readonly path: string;
  /** What must hold there. */
  readonly message: string;
  /** The kind of fault, such as `missing`, where the platform says it. */
  readonly type?: string;
}

/** What `details` of an `ApiError` of Blue Guardrails holds, where the platform says more than a sentence (status 422). */
export type BlueGuardrailsErrorDetails = readonly BlueGuardrailsIssue[];

const mostInOneSentence = 5;

/**
 * Reads the platform's error out of a body. Status 422 has `{ detail: [{ loc, msg, type }] }`, as documented; that other errors have
 * `{ detail: "sentence" }` is inferred from the framework (FastAPI).
 */
export function readFailure(body: unknown, response: Response): Failure | undefined {
  if (response.ok || !isPlainObject(body)) return undefined;
  const { detail, message } = body;
  const issues = Array.isArray(detail) ? detail.filter(isPlainObject).map(toIssue) : [];
  const said = issues.length > 0 ? sentenceOf(issues) : [detail, message].find(isSentence);
  if (said === undefined) return undefined;
  const hint = isAboutWorkspace(said, response.status)
    ? " (set the client's `workspace`: a key of the scope `user` acts in no workspace by itself)"
    : "";
  return { message: said + hint, details: issues.length > 0 ? issues : undefined };
}

function toIssue({ loc, msg, type }: Readonly<Record<string, unknown>>): BlueGuardrailsIssue {
  const [place = "", ...way] = Array.isArray(loc) ? loc.map((part: unknown) => part) : [];
  return {
    place: String(place),
    path: way.reduce<string>(appendPart, ""),
    message: isSentence(msg) ? msg : "is not valid",
    ...(isSentence(type) && { type }),
  };
}

function appendPart(path: string, part: unknown): string {
  if (typeof part === "number") return `${path}[${String(part)}]`;
  return path === "" ? String(part) : `${path}.${String(part)}`;
}

function sentenceOf(issues: readonly BlueGuardrailsIssue[]): string {
  const said = issues.slice(0, mostInOneSentence).map(({ place, path, message }) => {
    const where = [place, path].filter((part) => part !== "").join(" ");
    return where === "" ? message : `${where}: ${message}`;
  });
  const rest = issues.length - said.length;
  return said.join("; ") + (rest > 0 ? `; and ${String(rest)} more` : "");
}

/** How the platform refuses a call without a workspace is not documented; a refusal that speaks of it and of its absence is one. */
function isAboutWorkspace(sentence: string, status: number): boolean {
  if (![400, 401, 403, 422].includes(status) || !/workspace/i.test(sentence)) return false;
  return /x-workspace-id|requir|missing|provide|specif/i.test(sentence);
}

function isSentence(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}
