import type { IncomingHttpHeaders } from "node:http";
import type { User } from "./accounts.ts";
import { Refusal, refuseDetail, refuseList } from "./refusal.ts";

/** What a request looks at: everything, the personal workspace, or one organization. */
export type Scope = "all" | "personal" | { readonly organization: Organization };

export interface Organization {
  readonly id: number;
  readonly slug: string;
}

interface ScopeSource {
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly organizations: readonly Organization[];
  readonly user: User | undefined;
}

/** Reads the organization that a request is made in; an empty one is the personal workspace. */
export function readScope({ query, headers, organizations, user }: ScopeSource): Scope {
  const header = headers["x-organization"]?.toString();
  const slug = query.get("org");
  const id = query.get("org_id");
  if (id !== null && (slug !== null || header !== undefined)) {
    throw refuseList(
      'You cannot specify "org_id" query parameter with "org" query parameter or "X-Organization" HTTP header at the same time.',
    );
  }
  if (slug !== null && header !== undefined && slug !== header) {
    throw refuseList('"org" query parameter and "X-Organization" HTTP header must not differ.');
  }
  const wanted = id ?? slug ?? header;
  if (wanted === undefined) return "all";
  if (wanted === "") return "personal";
  if (id !== null && !/^\d+$/.test(id)) throw new Refusal({ status: 500, text: "<h1>Server Error (500)</h1>" });
  const organization = organizations.find((each) => (id === null ? each.slug === wanted : each.id === Number(id)));
  if (organization === undefined) throw refuseDetail(404, `${wanted} organization does not exist.`);
  if (user?.organizations.includes(organization.slug) !== true) {
    throw refuseDetail(403, "You do not have permission to perform this action.");
  }
  return { organization };
}

/** Whether what belongs to an organization, or to none, is in sight. */
export function isInScope(scope: Scope, organizationId: unknown): boolean {
  if (scope === "all") return true;
  return scope === "personal" ? organizationId === null : organizationId === scope.organization.id;
}

/** The organization that something new belongs to. */
export function organizationOf(scope: Scope): number | null {
  return typeof scope === "string" ? null : scope.organization.id;
}
