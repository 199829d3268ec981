import { isPlainObject } from "@labelwire/core";
import type { Item, MockTools } from "@labelwire/core/msw";

/** What came of the scenes of an annotation request. */
export interface SceneOutcome {
  /** The scene of each task, by the task's id. */
  readonly tasks: Readonly<Record<string, string>>;
  /** Why other scenes have no task. */
  readonly errors: Readonly<Record<string, string>>;
}

/** A scene belongs to the first request that names it, and becomes a task there. */
export function sceneOutcome(request: Item, tools: MockTools<never>): SceneOutcome {
  const id = request["annotationRequestId"];
  const held = tools.isHeld("annotationRequests") ? tools.items("annotationRequests") : [];
  const place = held.findIndex(({ annotationRequestId }) => annotationRequestId === id);
  const taken = new Set(held.slice(0, Math.max(place, 0)).flatMap(scenesOf));
  const random = tools.random(`tasks|${String(id)}`);
  const tasks = new Map<string, string>();
  const errors = new Map<string, string>();
  for (const scene of scenesOf(request)) {
    const taskId = `4669${Array.from({ length: 14 }, () => random.integer(0, 9)).join("")}`;
    if (taken.has(scene)) errors.set(scene, "Scene id already exists");
    else tasks.set(taskId, scene);
  }
  return { tasks: Object.fromEntries(tasks), errors: Object.fromEntries(errors) };
}

function scenesOf({ sceneIdMap }: Item): readonly string[] {
  return isPlainObject(sceneIdMap) ? Object.keys(sceneIdMap) : [];
}
