import { accountRoutes } from "./account-routes.ts";
import { annotationRoutes } from "./annotation-routes.ts";
import { exportRoutes } from "./export-routes.ts";
import { jobRoutes } from "./job-routes.ts";
import { labelRoutes } from "./label-routes.ts";
import { mediaRoutes } from "./media-routes.ts";
import { projectRoutes } from "./project-routes.ts";
import { requestRoutes } from "./request-routes.ts";
import type { Call, Routes } from "./route.ts";
import { serverRoutes } from "./server-routes.ts";
import { taskRoutes } from "./task-routes.ts";
import { uploadRoutes } from "./upload-routes.ts";

export const routes: Routes = {
  ...serverRoutes,
  ...accountRoutes,
  ...projectRoutes,
  ...taskRoutes,
  ...jobRoutes,
  ...labelRoutes,
  ...annotationRoutes,
  ...requestRoutes,
  ...exportRoutes,
  ...uploadRoutes,
  ...mediaRoutes,
};

interface FoundRoute {
  /** Undefined where the path is known, and the method is not. */
  readonly route: Routes[string] | undefined;
  readonly path: Call["path"];
}

const patterns = Object.entries(routes)
  .sort(([left], [right]) => left.split("{").length - right.split("{").length) // literal paths first
  .map(([key, route]) => {
    const [method = "", template = ""] = key.split(" ");
    // Where the schema has a slash at the end, the server takes the path with and without it; elsewhere only without.
    const source = template.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)").replace(/\/$/, "/?");
    return { method, pattern: new RegExp(`^${source}$`), route };
  });

/** The route of a request; undefined where there is no such path. */
export function findRoute(method: string, pathname: string): FoundRoute | undefined {
  const fitting = patterns.flatMap((each) => {
    const match = each.pattern.exec(pathname);
    return match === null ? [] : [{ ...each, groups: match.groups ?? {} }];
  });
  const found = fitting.find((each) => each.method === method) ?? fitting[0];
  if (found === undefined) return undefined;
  const path = Object.fromEntries(Object.entries(found.groups).map(([name, text]) => [name, decodeURIComponent(text)]));
  return { route: found.method === method ? found.route : undefined, path };
}
