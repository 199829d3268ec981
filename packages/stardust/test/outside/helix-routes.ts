import { Refusal } from "./refusal.ts";
import type { Routes } from "./route.ts";

/** Of the Helix set, what the documents call. */
export const helixRoutes: Routes = {
  "GET /campaign/{campaignName}": ({ path }) => {
    const { campaignName } = path;
    if (campaignName !== "cats") throw new Refusal(51009, "Campaign name does not exist");
    const names = { workflowType: "Manual Template", taxonomyVersionName: "v1", folderName: "Stardust" };
    return { campaignId: "c-1", campaignName, ...names, campaignType: "POC" };
  },
  "GET /statistics/record": ({ query }) => {
    if (query.getAll("annotationRequestId").length === 0) throw new Refusal(53003, "Annotation request does not exist");
    const [offset, limit] = [Number(query.get("offset") ?? 1), Math.min(1000, Number(query.get("limit") ?? 10))];
    const all = Array.from({ length: 1930 }, (_, id) => ({
      id,
      taskId: 466917967054114816n + BigInt(id),
      actionType: 0,
    }));
    return { count: all.length, data: all.slice((offset - 1) * limit, offset * limit) };
  },
};
