import { sentBody, type Exchange, type Item, type MockTools } from "@labelwire/core/msw";
import { textOf, textsIn } from "../../msw/read-sent.ts";
import type { Campaigns } from "./campaigns.ts";
import { fail } from "./failure-envelope.ts";
import type { Operations } from "./operations.ts";
import { sceneOutcome } from "./scene-outcome.ts";
import type { Taxonomies } from "./taxonomies.ts";

/** What other parts ask of annotation requests. */
export interface AnnotationRequests {
  readonly operations: Operations;
  /** False for a request that is not there; where none was given or made, every one is. */
  readonly has: (annotationRequestId: unknown) => boolean;
  /** False for a request of which no scene became a task. */
  readonly hasTasks: (annotationRequestId: unknown) => boolean;
}

/** How often a request, and later its schedule, is looked at before it is done. */
const looksUntilDone = 2;
const statusCreated = 1;
const statusApproved = 11;

/** Makes the {@link AnnotationRequests} of a mock: scenes become tasks after a few looks, and are finished after a few more. */
export function createAnnotationRequests(
  tools: MockTools<never>,
  { campaigns, taxonomies }: { readonly campaigns: Campaigns; readonly taxonomies: Taxonomies },
): AnnotationRequests {
  const looks = new Map<string, number>();
  const isDone = (key: string): boolean => (looks.get(key) ?? looksUntilDone) >= looksUntilDone;
  const look = (key: string): boolean => {
    looks.set(key, (looks.get(key) ?? looksUntilDone) + 1);
    return isDone(key);
  };
  const find = (id: unknown): Item | undefined => tools.item("annotationRequests", textOf(id));
  const held = (): readonly Item[] => (tools.isHeld("annotationRequests") ? tools.items("annotationRequests") : []);

  const createRequest = (exchange: Exchange): Response => {
    const sent = sentBody(exchange);
    const { annotationRequestId: id, annotationRequestName, campaignId, operatorKeys } = sent;
    const hasId = held().some((request) => request["annotationRequestId"] === id);
    const hasName = held().some((request) => request["annotationRequestName"] === annotationRequestName);
    if (hasId || hasName) return fail(hasId && hasName ? 53001 : hasId ? 53004 : 53005);
    if (!campaigns.has(campaignId)) return fail(51008);
    const keys = taxonomies.keysOf(campaigns.find(campaignId)?.["taxonomyVersionName"]);
    if (keys && !textsIn(operatorKeys).every((key) => keys.includes(key))) return fail(52003);
    tools.create("annotationRequests", sent);
    looks.set(`request|${textOf(id)}`, 0).set(`schedule|${textOf(id)}`, 0);
    return tools.succeed(exchange, { data: null });
  };

  const showRequest = (exchange: Exchange): Response => {
    const id = String(exchange.params.query["annotationRequestId"]);
    const request = find(id);
    // An unknown id is a status here, and not a failure.
    if (!request) return tools.succeed(exchange, { data: { status: "ID_NOT_EXISTS" } });
    const done = look(`request|${id}`);
    const { tasks, errors } = done ? sceneOutcome(request, tools) : { tasks: {}, errors: {} };
    const [successes, failures] = [Object.keys(tasks).length, Object.keys(errors).length];
    const state = {
      status: done ? "FINISHED" : "PROCESSING",
      successTaskMap: tasks,
      errorSceneIdMap: errors,
      successSchedule: percent(successes, successes + failures),
      errorSchedule: percent(failures, successes + failures),
      annotationRequestInfo: request,
    };
    return tools.succeed(exchange, { data: state });
  };

  const showSchedule = (exchange: Exchange): Response | undefined => {
    const id = String(exchange.params.query["annotationRequestId"]);
    const request = find(id);
    if (!request) return fail(53003);
    const done = isDone(`request|${id}`) && look(`schedule|${id}`);
    const scenes = done ? Object.values(sceneOutcome(request, tools).tasks) : [];
    const data = {
      status: done ? "Completed" : "In Progress",
      completionPoolSchedule: done ? 100 : 0,
      completionSceneMap: Object.fromEntries(scenes.map((scene) => [scene, `gs://rosetta-data/${id}/${scene}.json`])),
    };
    return tools.succeed(exchange, { data });
  };

  const showTask = (exchange: Exchange): Response => {
    const { campaignId, annotationRequestId: id, sceneId } = sentBody(exchange);
    if (!campaigns.has(campaignId)) return fail(51008);
    const request = find(id);
    if (!request) return fail(53003);
    const scene = textOf(sceneId);
    const tasks = Object.entries(sceneOutcome(request, tools).tasks);
    const [taskId] = tasks.find(([, one]) => one === scene) ?? [];
    if (tools.isHeld("annotationRequests") && taskId === undefined) return fail(56001);
    const path = `/rosetta-open/task/1234/${taskId ?? scene}/viewOnly`;
    const status = isDone(`schedule|${textOf(id)}`) ? statusApproved : statusCreated;
    return tools.succeed(exchange, { data: { viewUrl: exchange.url.origin + path, status } });
  };

  return {
    has: (id) => !tools.isHeld("annotationRequests") || find(id) !== undefined,
    hasTasks: (id) => {
      const request = tools.isHeld("annotationRequests") ? find(id) : undefined;
      return request === undefined || Object.keys(sceneOutcome(request, tools).tasks).length > 0;
    },
    operations: {
      create_annotation_request: createRequest,
      get_annotation_request: showRequest,
      get_task_schedule: showSchedule,
      get_task: showTask,
    },
  };
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100;
}
