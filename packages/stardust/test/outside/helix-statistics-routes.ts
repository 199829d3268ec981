import { cutPage } from "./cut-page.ts";
import { bad, findCampaign, findRequest } from "./helix-values.ts";
import { readText } from "./read-values.ts";
import { Refusal } from "./refusal.ts";
import type { Call, Routes } from "./route.ts";

const worker = { aliceName: "1234567890abcdef", workedTaskNum: 3, workedInstanceNum: 81, workedFrameNum: 3 };
const instanceInfo = { "select-[e000f]": 44, "0e767bcb-7480-4e85-bbe8-439fe7871104": 11 };

/** Figures: of pools, of people, and the history of tasks. */
export const helixStatisticsRoutes: Routes = {
  "GET /statistics": (call) => {
    checkRequests(call);
    const pools = Array.from({ length: 130 }, (_, id) => ({ id, campaignId: 1001, poolType: 1, instanceInfo }));
    return cutPage(pools, pageOf(call, 100));
  },
  "GET /statistics/record": (call) => {
    checkRequests(call);
    const steps = Array.from({ length: 1930 }, (_, id) => ({
      id,
      taskId: 466917967054114816n + BigInt(id),
      actionType: 0,
      instanceInfo,
    }));
    return cutPage(steps, pageOf(call, 1000));
  },
  "GET /statistics/frames": ({ query, records }) => {
    findCampaign(records.helix, query.get("campaignId"), 51008);
    return { manualAnnotationFrames: 50, autoAnnotationFrames: 30 };
  },
  "GET /statistics/delivery-quantity": ({ query, records }) => {
    findCampaign(records.helix, query.get("campaignId"), 51008);
    return [
      { ...worker, rank: 1 },
      { ...worker, aliceName: "fedcba0987654321", rank: 2 },
    ];
  },
  "GET /statistics/effciency": ({ query, records }) => {
    findCampaign(records.helix, query.get("campaignId"), 51008);
    const name = readText(query.get("aliceName"), bad("aliceName"));
    if (name !== worker.aliceName) throw new Refusal(54001, "aliceName does not exist");
    return { workingDuration: 1800, efficiency: 120, unit: "seconds" };
  },
};

function checkRequests({ query, records }: Call): void {
  const ids = query.getAll("annotationRequestId");
  if (ids.length === 0) throw new Refusal(4005, "Invalid Parameter annotationRequestId");
  for (const id of ids) findRequest(records.helix, id);
}

function pageOf({ query }: Call, most: number): Parameters<typeof cutPage>[1] {
  return { offset: query.get("offset") ?? 1, limit: query.get("limit") ?? 10, most, code: 4005 };
}
