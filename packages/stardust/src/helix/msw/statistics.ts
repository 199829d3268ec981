import type { Exchange } from "@labelwire/core/msw";
import type { AnnotationRequests } from "./annotation-requests.ts";
import type { Campaigns } from "./campaigns.ts";
import { fail } from "./failure-envelope.ts";
import type { Operations } from "./operations.ts";

/** Figures are made up or given; what they are about has to be there. */
export function createStatistics({
  requests,
  campaigns,
}: {
  readonly requests: AnnotationRequests;
  readonly campaigns: Campaigns;
}): Operations {
  const ofRequests = ({ params }: Exchange): Response | undefined =>
    [params.query["annotationRequestId"]].flat().every(requests.has) ? undefined : fail(53003);
  const ofCampaign = ({ params }: Exchange): Response | undefined =>
    campaigns.has(params.query["campaignId"]) ? undefined : fail(51008);

  return {
    get_statistics: ofRequests,
    get_statistics_record: ofRequests,
    get_frames: ofCampaign,
    get_rank_labelers: ofCampaign,
    get_worker_effciency: (exchange) => {
      const { campaignId, aliceName } = exchange.params.query;
      return ofCampaign(exchange) ?? (campaigns.hasWorker(campaignId, aliceName) ? undefined : fail(54001));
    },
  };
}
