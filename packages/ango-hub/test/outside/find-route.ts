import { issueRoutes } from "./issue-routes.ts";
import { organizationRoutes } from "./organization-routes.ts";
import { projectRoutes } from "./project-routes.ts";
import type { Call, Routes } from "./route.ts";
import { taskRoutes } from "./task-routes.ts";
import { transferRoutes } from "./transfer-routes.ts";

export const routes: Routes = {
  ...taskRoutes,
  ...transferRoutes,
  ...projectRoutes,
  ...organizationRoutes,
  ...issueRoutes,
};

interface FoundRoute {
  readonly route: Routes[string];
  readonly path: Call["path"];
}

/** The route of a request; one without a parameter comes before one with. */
export function findRoute(method: string, pathname: string): FoundRoute | undefined {
  const templates = Object.keys(routes).sort((left, right) => left.split("{").length - right.split("{").length);
  for (const template of templates) {
    const route = routes[template];
    const match = toPattern(template).exec(`${method} ${pathname}`);
    if (route !== undefined && match !== null) return { route, path: { ...match.groups } };
  }
  return undefined;
}

function toPattern(template: string): RegExp {
  return new RegExp(`^${template.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
}
