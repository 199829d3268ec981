import { helixAnnotationRoutes } from "./helix-annotation-routes.ts";
import { helixCampaignRoutes } from "./helix-campaign-routes.ts";
import { helixFolderRoutes } from "./helix-folder-routes.ts";
import { helixSamplingRoutes } from "./helix-sampling-routes.ts";
import { helixStatisticsRoutes } from "./helix-statistics-routes.ts";
import { helixSystemRoutes } from "./helix-system-routes.ts";
import { helixTaxonomyRoutes } from "./helix-taxonomy-routes.ts";
import { helixTemplateRoutes } from "./helix-template-routes.ts";
import type { Routes } from "./route.ts";

/** The set that the documentation calls `latest`; a success has code 2000. */
export const helixRoutes: Routes = {
  ...helixFolderRoutes,
  ...helixCampaignRoutes,
  ...helixTaxonomyRoutes,
  ...helixTemplateRoutes,
  ...helixAnnotationRoutes,
  ...helixSamplingRoutes,
  ...helixStatisticsRoutes,
  ...helixSystemRoutes,
};
