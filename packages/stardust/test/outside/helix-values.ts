import type { AnnotationRequest, Campaign, HelixRecords, Template } from "./helix-records.ts";
import { readName, readText, type Parameter } from "./read-values.ts";
import { Refusal } from "./refusal.ts";

/** A parameter that cannot be used has the code 4005 in this set. */
export const bad = (name: string): Parameter => ({ name, code: 4005 });

/** A text of at most 255 bytes, as the ids and names of this set are. */
export function readShortText(value: unknown, name: string): string {
  return readName(value, bad(name), 255);
}

export function findCampaign({ campaigns }: HelixRecords, id: unknown, code: number): Campaign {
  const campaign = campaigns.find(({ campaignId }) => campaignId === readText(id, bad("campaignId")));
  if (!campaign) throw new Refusal(code, "Campaign does not exist");
  return campaign;
}

export function findRequest({ requests }: HelixRecords, id: unknown): AnnotationRequest {
  const request = requests.find((one) => one.id === readText(id, bad("annotationRequestId")));
  if (!request) throw new Refusal(53003, "Annotation request does not exist");
  return request;
}

/** The pool of that name in a campaign's workflow. */
export function findPool(records: HelixRecords, campaign: Campaign, name: unknown): Template["nodes"][number] {
  const template = records.templates.get(campaign.workflowType);
  const pool = template?.nodes.find((node) => node.name === readText(name, bad("poolName")));
  if (!pool) throw new Refusal(55005, "Pool does not exist");
  return pool;
}
