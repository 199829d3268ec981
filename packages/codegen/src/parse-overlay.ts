import { isJsonObject, member, type JsonValue } from "./json-value.ts";
import type { InputFile } from "./input-file.ts";
import { toPointer } from "./json-pointer.ts";
import { refuse, type Problem } from "./spec-error.ts";

/** One action of an overlay: what to change, and the change. */
export interface OverlayAction {
  /** JSONPath (RFC 9535) of what is changed. */
  readonly target: string;
  /** Merged into every object the target names, or appended to every array. Absent for a removal. */
  readonly update?: JsonValue;
  readonly remove: boolean;
  /** Why, for messages: the action's `x-reason` or `description`. */
  readonly reason?: string;
}

/**
 * Reads an OpenAPI Overlay 1.0 document.
 *
 * @throws SpecError for every action that is not one.
 */
export function parseOverlay({ file, value }: InputFile): OverlayAction[] {
  const problems: Problem[] = [];
  const version = member(value, "overlay");
  if (typeof version !== "string" || !version.startsWith("1.0.")) {
    const mend = "begin the file with `overlay: 1.0.0`";
    problems.push({ file, pointer: "/overlay", problem: "not an Overlay 1.0 document", mend });
  }
  const actions = member(value, "actions");
  if (!Array.isArray(actions)) {
    problems.push({ file, pointer: "/actions", problem: "actions are missing", mend: "write a list of actions" });
    refuse(problems);
    return [];
  }
  const parsed = actions.map((action, index) => parseAction(action, { file, index, problems }));
  refuse(problems);
  return parsed;
}

interface Place {
  readonly file: string;
  readonly index: number;
  readonly problems: Problem[];
}

function parseAction(action: JsonValue, { file, index, problems }: Place): OverlayAction {
  const target = member(action, "target");
  const update = member(action, "update");
  const remove = member(action, "remove");
  const report = (name: string, problem: string, mend: string): void => {
    problems.push({ file, pointer: toPointer(["actions", index, ...(name === "" ? [] : [name])]), problem, mend });
  };
  if (typeof target !== "string") report("target", "the action names no target", "write a JSONPath string");
  if (remove !== undefined && typeof remove !== "boolean")
    report("remove", "not true or false", "write `remove: true`");
  if ((update === undefined) === (remove !== true)) {
    report("", "the action has to either update or remove", "give it one of `update` and `remove: true`");
  }
  for (const name of isJsonObject(action) ? Object.keys(action) : []) {
    if (["target", "description", "update", "remove"].includes(name) || name.startsWith("x-")) continue;
    report(name, "unknown member", "use target, description, update, remove, or a name that begins with x-");
  }
  const reason = member(action, "x-reason") ?? member(action, "description");
  return {
    target: typeof target === "string" ? target : "",
    remove: remove === true,
    ...(update === undefined ? {} : { update }),
    ...(typeof reason === "string" ? { reason } : {}),
  };
}
