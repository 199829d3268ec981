import { sentBody, type MockBehaviour, type MockTools } from "@labelwire/core/msw";
import { findLongText } from "../../msw/find-long-text.ts";
import { createAnnotationRequests } from "./annotation-requests.ts";
import { createCampaigns } from "./campaigns.ts";
import { fail } from "./failure-envelope.ts";
import { createFolders } from "./folders.ts";
import { createSamplings } from "./samplings.ts";
import { createStatistics } from "./statistics.ts";
import { createTaxonomies } from "./taxonomies.ts";
import { createTemplates } from "./templates.ts";

/** How many bytes the platform keeps of an id or a name. */
const mostBytes = {
  annotationRequestId: 255,
  annotationRequestName: 255,
  campaignId: 255,
  campaignName: 255,
  folderName: 255,
  helixProjectId: 255,
  name: 255,
  taxonomyVersionName: 255,
};

/** What the Helix set does beyond its specification: names are given once, what is made is found, and requests are worked off. */
export function stardustHelixBehaviour(tools: MockTools<never>): MockBehaviour<never> {
  const templates = createTemplates(tools);
  const taxonomies = createTaxonomies(tools);
  const campaigns = createCampaigns(tools, templates);
  const requests = createAnnotationRequests(tools, { campaigns, taxonomies });
  return {
    guard: (exchange) => {
      const problem = findLongText(sentBody(exchange), mostBytes);
      return problem === undefined ? undefined : fail(4005, problem);
    },
    operations: {
      ...createFolders(tools),
      ...templates.operations,
      ...taxonomies.operations,
      ...campaigns.operations,
      ...requests.operations,
      ...createSamplings(tools, { requests, campaigns, templates }),
      ...createStatistics({ requests, campaigns }),
    },
  };
}
