import type { Exchange, Item, MockTools } from "@labelwire/core/msw";

// There the organization is a filter like any other.
const filters = new Set(["requests_list", "events_list", "events_create_export"]);

/** Why a request's organization is refused; undefined where there is none, or it is there. */
export function checkOrganization(exchange: Exchange, tools: MockTools<never>): Response | undefined {
  if (filters.has(exchange.operation.id)) return undefined;
  const { header, org, id } = read(exchange);
  if (id !== null && (header !== null || org !== null)) {
    return tools.refuse(
      400,
      'You cannot specify "org_id" query parameter with "org" query parameter or "X-Organization" header.',
    );
  }
  if (header !== null && org !== null && header !== org) {
    return tools.refuse(
      400,
      'You cannot specify "org" query parameter and "X-Organization" header with different values.',
    );
  }
  const asked = id ?? header ?? org ?? "";
  if (asked === "" || find(exchange, tools)) return undefined;
  return tools.refuse(404, `${asked} organization does not exist.`);
}

/** What items of a request's organization have: everything the user can see without one, what belongs to none with an empty one. */
export function organizationScope(exchange: Exchange, tools: MockTools<never>): Item {
  if (filters.has(exchange.operation.id)) return {};
  const { header, org, id } = read(exchange);
  const asked = id ?? header ?? org;
  if (asked === null) return {};
  const organization: unknown = asked === "" ? null : (find(exchange, tools)?.["id"] ?? null);
  return { organization_id: organization, organization };
}

function find(exchange: Exchange, tools: MockTools<never>): Item | undefined {
  const { header, org, id } = read(exchange);
  if (id !== null) return tools.item("organizations", id);
  return tools.items("organizations", { slug: header ?? org })[0];
}

function read({ url, request }: Exchange): Readonly<Record<"header" | "org" | "id", string | null>> {
  const { searchParams } = url;
  return {
    header: request.headers.get("x-organization"),
    org: searchParams.get("org"),
    id: searchParams.get("org_id"),
  };
}
