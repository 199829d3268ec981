import { genericRoutes } from "./generic-routes.ts";
import { helixRoutes } from "./helix-routes.ts";
import type { Call, Routes } from "./route.ts";

export interface FoundRoute {
  readonly isHelix: boolean;
  readonly answer: NonNullable<Routes[string]>;
  readonly path: Call["path"];
}

/** Two paths are in both sets; only the Helix set has these members in their bodies. */
const helixMembers = ["helixProjectId", "campaignId"];

/** The route of a request; one without a parameter comes before one with. */
export function findRoute(method: string, pathname: string, body: Call["body"]): FoundRoute | undefined {
  const [generic, helix] = [match(genericRoutes, method, pathname), match(helixRoutes, method, pathname)];
  const isHelix = generic === undefined || (helix !== undefined && helixMembers.some((name) => name in body));
  const found = isHelix ? helix : generic;
  return found && { ...found, isHelix };
}

function match(routes: Routes, method: string, pathname: string): Omit<FoundRoute, "isHelix"> | undefined {
  const templates = Object.keys(routes).sort((left, right) => left.split("{").length - right.split("{").length);
  for (const template of templates) {
    const answer = routes[template];
    const pattern = new RegExp(`^${template.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
    const found = pattern.exec(`${method} ${pathname}`);
    if (answer && found) return { answer, path: { ...found.groups } };
  }
  return undefined;
}
