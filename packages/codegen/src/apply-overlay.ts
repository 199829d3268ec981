import { query } from "json-p3";
import { toPointer } from "./json-pointer.ts";
import { copyJson, isJsonObject, member, setMember, type JsonObject, type JsonValue } from "./json-value.ts";
import type { OverlayAction } from "./parse-overlay.ts";
import { present } from "./present.ts";
import type { Problem } from "./spec-error.ts";

/** A document after an overlay, and the actions that had nothing to do. */
export interface OverlayResult {
  readonly document: JsonValue;
  /** One for each action that matched nothing, changed nothing, or could not be applied. */
  readonly problems: readonly OverlayProblem[];
}

/** An action that had nothing to do, or could not do it. */
export interface OverlayProblem extends Problem {
  /** True where the document says already what the action would have it say. */
  readonly isSettled?: true;
}

type Location = readonly (string | number)[];

/**
 * Applies the actions of an overlay in order, each to the result of the one before (OpenAPI Overlay 1.0, section 3.6). An action
 * that matches or changes nothing is a problem: upstream has taken the correction, or the target is misspelt.
 *
 * @param document - The specification; it is not changed.
 * @param actions - What {@link parseOverlay} read.
 * @param file - The overlay's name for messages.
 */
export function applyOverlay(document: JsonValue, actions: readonly OverlayAction[], file: string): OverlayResult {
  const root = copyJson(document);
  const problems: OverlayProblem[] = [];
  for (const [index, action] of actions.entries()) {
    const problem = applyAction(root, action);
    if (problem === undefined) continue;
    const because = action.reason === undefined ? "" : `; its reason: ${action.reason.trim().replace(/\s+/g, " ")}`;
    problems.push({
      file,
      pointer: toPointer(["actions", index]),
      problem: `action ${index} (target ${action.target}) ${problem.problem}${because.replace(/\.$/, "")}`,
      mend: problem.mend,
      ...present("isSettled", problem.isSettled),
    });
  }
  return { document: root, problems };
}

type ActionProblem = Pick<OverlayProblem, "problem" | "mend" | "isSettled">;

function applyAction(root: JsonValue, action: OverlayAction): ActionProblem | undefined {
  const found = locate(root, action.target);
  if (!Array.isArray(found)) return found;
  if (found.length === 0) {
    return {
      problem: "matches nothing",
      mend: "correct the target, or delete the action if upstream has taken the correction",
    };
  }
  if (action.update === undefined) return removeAll(root, found);
  let changed = false;
  for (const location of found) {
    const target = valueAt(root, location);
    if (Array.isArray(target)) {
      target.push(copyJson(action.update));
      changed = true;
    } else if (isJsonObject(target) && isJsonObject(action.update)) {
      changed = merge(target, action.update) || changed;
    } else {
      const mend = "target the object around it and update that with an object";
      return { problem: `cannot update ${toPointer(location)}, which is neither an object nor an array`, mend };
    }
  }
  return changed
    ? undefined
    : { problem: "changes nothing", mend: "delete the action: the specification already says so", isSettled: true };
}

function locate(root: JsonValue, target: string): Location[] | ActionProblem {
  try {
    return query(target, root).nodes.map((node) => node.location);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\s+/g, " ") : "it cannot be read";
    return { problem: `has a target that is not JSONPath: ${reason}`, mend: "correct it after RFC 9535" };
  }
}

/** Everything is found before anything is taken away, and an array loses its last entries first: places stay right that way. */
function removeAll(root: JsonValue, locations: readonly Location[]): ActionProblem | undefined {
  const doomed = new Map<JsonObject | JsonValue[], Set<string | number>>();
  for (const location of locations) {
    const name = location.at(-1);
    if (name === undefined) return { problem: "removes the whole document", mend: "name what is to be removed" };
    const parent = valueAt(root, location.slice(0, -1));
    if (!Array.isArray(parent) && !isJsonObject(parent)) continue;
    doomed.set(parent, (doomed.get(parent) ?? new Set()).add(name));
  }
  for (const [parent, names] of doomed) {
    const descending = [...names].sort((first, second) => Number(second) - Number(first));
    for (const name of descending) {
      if (Array.isArray(parent)) parent.splice(Number(name), 1);
      else Reflect.deleteProperty(parent, name);
    }
  }
  return undefined;
}

function valueAt(root: JsonValue, location: Location): JsonValue | undefined {
  let current: JsonValue | undefined = root;
  for (const name of location) {
    current = Array.isArray(current) ? current[Number(name)] : member(current, String(name));
  }
  return current;
}

/** Merges as the Overlay specification says: objects by member, arrays by appending, all else replaced. */
function merge(target: JsonObject, update: JsonObject): boolean {
  let changed = false;
  for (const [name, value] of Object.entries(update)) {
    const present = member(target, name);
    if (isJsonObject(present) && isJsonObject(value)) {
      changed = merge(present, value) || changed;
    } else if (Array.isArray(present) && Array.isArray(value)) {
      present.push(...value.map(copyJson));
      changed = changed || value.length > 0;
    } else if (present !== value) {
      setMember(target, name, copyJson(value));
      changed = true;
    }
  }
  return changed;
}
