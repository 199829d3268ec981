import type { Exchange, MockBehaviour, MockTools } from "@labelwire/core/msw";
import { fail } from "../../msw/envelope.ts";

/** What the Helix set does beyond its specification: names are given once, and annotation requests are worked off. */
export function stardustHelixBehaviour(tools: MockTools<never>): MockBehaviour<never> {
  const looks = new Map<string, number>();
  const made = new Set<string>();

  /** Refuses what was made before under the same name. */
  const take = (key: string, code: number, message: string): Response | undefined => {
    if (made.has(key)) return fail(code, message);
    made.add(key);
    return undefined;
  };

  const showRequest = (exchange: Exchange): Response => {
    const id = String(exchange.params.query["annotationRequestId"]);
    const request = tools.item("annotationRequests", id);
    if (!request) return tools.succeed(exchange, { data: { status: "ID_NOT_EXISTS" } });
    const count = (looks.get(id) ?? 1) + 1;
    looks.set(id, count);
    const scenes = Object.keys(Object(request["sceneIdMap"]) as object); // Object() makes an object of anything
    const random = tools.random(`tasks|${id}`);
    const task = (): string => `4669${Array.from({ length: 14 }, () => random.integer(0, 9)).join("")}`;
    const isDone = count > 1;
    const state = {
      status: isDone ? "FINISHED" : "PROCESSING",
      successTaskMap: isDone ? Object.fromEntries(scenes.map((scene) => [task(), scene])) : {},
      errorSceneIdMap: {},
      successSchedule: isDone ? 100 : 0,
      errorSchedule: 0,
      annotationRequestInfo: request,
    };
    return tools.succeed(exchange, { data: state });
  };

  return {
    operations: {
      create_annotation_request: (exchange) => {
        const id = text(exchange, "annotationRequestId");
        const refusal = take(`request|${id}`, 53004, "Duplicate annotationRequestId");
        if (refusal) return refusal;
        tools.create("annotationRequests", Object(exchange.body) as Readonly<Record<string, unknown>>);
        looks.set(id, 0);
        return tools.succeed(exchange, { data: null });
      },
      get_annotation_request: showRequest,
      create_folder: (exchange) => take(`folder|${text(exchange, "helixProjectId")}`, 54002, "Duplicate folder id"),
      update_folder: (exchange) => {
        const helixStatus = text(exchange, "helixStatus");
        const folder = tools.update("folders", text(exchange, "helixProjectId"), { helixStatus });
        return folder ? tools.succeed(exchange, { data: null }) : fail(54004, "Folder id does not exist");
      },
      get_folder: (exchange) => {
        const id = String(exchange.params.path["helixProjectId"]);
        return tools.item("folders", id) ? undefined : fail(54004, "Folder id does not exist");
      },
      get_all_folder: (exchange) => {
        const folders = tools.items("folders");
        const active = folders.filter(({ helixStatus }) => helixStatus === "active");
        return tools.succeed(exchange, {
          data: { active, inactive: folders.filter((folder) => !active.includes(folder)) },
        });
      },
      create_campaign: (exchange) =>
        take(`campaign|${text(exchange, "campaignName")}`, 51004, "Duplicate campaign name"),
      query_campaign: (exchange) => {
        const name = String(exchange.params.path["campaignName"]);
        return tools.item("campaigns", name) ? undefined : fail(51009, "Campaign name does not exist");
      },
      create_taxonomy: (exchange) => {
        const name = text(exchange, "taxonomyVersionName");
        const refusal = take(`taxonomy|${name}`, 57003, "Duplicate taxonomyVersionName");
        return refusal ?? tools.succeed(exchange, { data: name });
      },
      create_workflow_template: (exchange) => {
        const name = text(exchange, "name");
        const refusal = take(`template|${name}`, 50529, "Duplicate template name");
        return refusal ?? tools.succeed(exchange, { data: name });
      },
      get_workflow_template: (exchange) => {
        const nodes = [
          { name: "Distribution Pool", type: "DISTRIBUTION" },
          { name: "Completion Pool", type: "COMPLETE" },
        ];
        const edges = [{ from: "Distribution Pool", to: "Completion Pool" }];
        return tools.succeed(exchange, { data: JSON.stringify({ nodes, edges }) });
      },
      add_workforce: (exchange) => tools.succeed(exchange, { data: { failedUserList: [] } }),
      sampling_processing: (exchange) => tools.succeed(exchange, { data: true }),
    },
  };
}

function text({ body }: Exchange, name: string): string {
  return String((Object(body) as Readonly<Record<string, unknown>>)[name]); // Object() makes an object of anything
}
