import { sentBody, type Exchange, type Item, type MockTools } from "@labelwire/core/msw";
import { textOf, textsIn } from "../../msw/read-sent.ts";
import { fail } from "./failure-envelope.ts";
import type { Operations } from "./operations.ts";
import type { Templates } from "./templates.ts";

/** What other parts ask of campaigns. */
export interface Campaigns {
  readonly operations: Operations;
  /** False for a campaign that is not there; where none was given or made, every one is. */
  readonly has: (campaignId: unknown) => boolean;
  readonly find: (campaignId: unknown) => Item | undefined;
  /** False for an account that was not added to the campaign; where none was added, every one was. */
  readonly hasWorker: (campaignId: unknown, name: unknown) => boolean;
}

/** Pools where people work. */
const workPools: readonly unknown[] = ["ANNOTATION", "CHECK", "SAMPLING"];

/** Makes the {@link Campaigns} of a mock: ids and names are given once, and workers are added to pools that there are. */
export function createCampaigns(tools: MockTools<never>, templates: Templates): Campaigns {
  const workers = new Map<string, Set<string>>();
  const held = (): readonly Item[] => (tools.isHeld("campaigns") ? tools.items("campaigns") : []);
  const find: Campaigns["find"] = (campaignId) => held().find((campaign) => campaign["campaignId"] === campaignId);
  const has: Campaigns["has"] = (campaignId) => !tools.isHeld("campaigns") || find(campaignId) !== undefined;

  const createCampaign = (exchange: Exchange): Response | undefined => {
    const sent = sentBody(exchange);
    if (Object.values(sent).includes("")) return fail(51000);
    const hasId = held().some((campaign) => campaign["campaignId"] === sent["campaignId"]);
    const hasName = held().some((campaign) => campaign["campaignName"] === sent["campaignName"]);
    if (hasId || hasName) return fail(hasId && hasName ? 51001 : hasId ? 51003 : 51004);
    if (!templates.has(sent["workflowType"])) return fail(50524, "Workflow template does not exist");
    tools.create("campaigns", sent);
    return tools.succeed(exchange, { data: null });
  };

  const addWorkforce = (exchange: Exchange): Response => {
    const { campaignId, annotationRequestId, poolName, aliceNameList } = sentBody(exchange);
    if (!has(campaignId)) return fail(51006);
    const isRequest =
      !tools.isHeld("annotationRequests") || tools.item("annotationRequests", textOf(annotationRequestId));
    if (annotationRequestId !== undefined && !isRequest) return fail(53003);
    const pools = templates.poolsOf(find(campaignId)?.["workflowType"]);
    const pool = pools?.find(({ name }) => name === poolName);
    if (pools && !pool) return fail(55005);
    if (pool && !workPools.includes(pool["type"])) return fail(55003);
    const known = workers.get(textOf(campaignId)) ?? new Set();
    for (const name of textsIn(aliceNameList)) known.add(name);
    workers.set(textOf(campaignId), known);
    return tools.succeed(exchange, { data: { failedUserList: [] } });
  };

  return {
    has,
    find,
    hasWorker: (campaignId, name) => workers.get(textOf(campaignId))?.has(textOf(name)) ?? true,
    operations: {
      create_campaign: createCampaign,
      query_campaign: (exchange) => {
        const name = exchange.params.path["campaignName"];
        return tools.item("campaigns", name) ? undefined : fail(51009, "Campaign name does not exist");
      },
      query_campaign_by_folder: (exchange) => {
        const name = exchange.params.query["folderName"];
        const isKnown = !tools.isHeld("folders") || tools.items("folders").some((folder) => folder["name"] === name);
        return isKnown ? undefined : fail(54007);
      },
      add_workforce: addWorkforce,
    },
  };
}
