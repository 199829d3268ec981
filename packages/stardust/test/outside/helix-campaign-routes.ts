import type { Campaign } from "./helix-records.ts";
import { bad, findCampaign, findPool, findRequest } from "./helix-values.ts";
import { readName, readText, readTexts } from "./read-values.ts";
import { Refusal } from "./refusal.ts";
import type { Call, Routes } from "./route.ts";

/** The accounts that the documentation's sample could not add. */
const strangers = ["aliceUser1", "aliceUser2"];
/** Pools where people work. */
const workPools = ["ANNOTATION", "CHECK", "SAMPLING"];

/** Campaigns, and who works in them. */
export const helixCampaignRoutes: Routes = {
  "POST /campaign/create": createCampaign,
  "GET /campaign/queryByFolderName": ({ query, records: { helix } }) => {
    const folderName = readText(query.get("folderName"), bad("folderName"));
    if (!helix.folders.some(({ name }) => name === folderName)) throw new Refusal(54007, "Folder name does not exist");
    return helix.campaigns.filter((campaign) => campaign.folderName === folderName);
  },
  "GET /campaign/{campaignName}": ({ path, records }) => {
    const name = decodeURIComponent(path["campaignName"] ?? "");
    const campaign = records.helix.campaigns.find(({ campaignName }) => campaignName === name);
    if (!campaign) throw new Refusal(51009, "Campaign name does not exist");
    return campaign;
  },
  "POST /add-workforce": ({ body, records: { helix } }) => {
    const campaign = findCampaign(helix, body["campaignId"], 51006);
    if (body["annotationRequestId"] !== undefined) findRequest(helix, body["annotationRequestId"]);
    const pool = findPool(helix, campaign, body["poolName"]);
    if (!workPools.includes(pool.type)) throw new Refusal(55003, "Not a work pool");
    const names = readTexts(body["aliceNameList"], bad("aliceNameList"));
    return { failedUserList: names.filter((name) => strangers.includes(name)) };
  },
};

function createCampaign({ body, records: { helix } }: Call): null {
  const read = (name: keyof Campaign): string => readName(body[name], { name, code: 51000 }, 255);
  const [campaignId, campaignName] = [read("campaignId"), read("campaignName")];
  const [sameId, sameName] = [
    helix.campaigns.some((campaign) => campaign.campaignId === campaignId),
    helix.campaigns.some((campaign) => campaign.campaignName === campaignName),
  ];
  if (sameId && sameName) throw new Refusal(51001, "Repeated campaign creation");
  if (sameId) throw new Refusal(51003, "Duplicate campaign id");
  if (sameName) throw new Refusal(51004, "Duplicate campaign name");
  const campaign = {
    campaignId,
    campaignName,
    workflowType: read("workflowType"),
    taxonomyVersionName: read("taxonomyVersionName"),
    folderName: read("folderName"),
    campaignType: read("campaignType"),
  };
  if (!helix.templates.has(campaign.workflowType)) throw new Refusal(50524, "Workflow template does not exist");
  if (!["POC", "Formal"].includes(campaign.campaignType)) throw new Refusal(4005, "campaignType");
  helix.campaigns.push(campaign);
  return null;
}
