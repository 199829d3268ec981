import { datasetRoutes } from "./dataset-routes.ts";
import { projectRoutes } from "./project-routes.ts";
import type { Routes } from "./route.ts";
import { taskRoutes } from "./task-routes.ts";

/** The set that the documentation calls `poc`; a success has code 200. */
export const genericRoutes: Routes = { ...projectRoutes, ...taskRoutes, ...datasetRoutes };
