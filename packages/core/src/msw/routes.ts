import { nearestName } from "../nearest-name.ts";
import { pathBelow, type BaseUrl } from "./base-urls.ts";
import type { MockOperation } from "./mock-data.ts";
import { compareSpecificity, matchPath, parsePathTemplate, splitPath, type PathTemplate } from "./path-template.ts";

/** Where a request leads. */
export type Route =
  | { readonly kind: "operation"; readonly operation: MockOperation; readonly path: Readonly<Record<string, string>> }
  | { readonly kind: "site"; readonly site: string }
  | { readonly kind: "unknown"; readonly status: 404 | 405; readonly message: string };

interface Entry {
  readonly operation: MockOperation;
  readonly template: PathTemplate;
}

interface RouteOptions {
  readonly title: string;
  readonly operations: readonly MockOperation[];
  /** What is answered and not documented; no message names it. */
  readonly hidden?: readonly MockOperation[];
  /** True where a slash at the end leads to no path that is documented without one. */
  readonly exactSlash?: boolean | undefined;
  readonly bases: readonly BaseUrl[];
  readonly sites: readonly (readonly [name: string, base: BaseUrl])[];
}

/**
 * Makes the function that says where a request leads; null for an origin or a base path that is not the mock's. HEAD leads to
 * the GET of the same path where it has no operation of its own.
 */
export function createRoutes(options: RouteOptions): (request: Request) => Route | null {
  const entries = [...options.operations, ...(options.hidden ?? [])]
    .map((operation): Entry => ({ operation, template: parsePathTemplate(operation.path) }))
    .sort((first, second) => compareSpecificity(first.template, second.template));
  return (request) => {
    const url = new URL(request.url);
    const site = options.sites.find(([, base]) => pathBelow(base, url) !== undefined);
    if (site) return { kind: "site", site: site[0] };
    for (const base of options.bases) {
      const path = pathBelow(base, url);
      if (path !== undefined) return find({ ...options, entries }, request.method, path);
    }
    return null;
  };
}

function find(table: RouteOptions & { entries: readonly Entry[] }, method: string, path: string): Route {
  const segments = splitPath(path);
  const hasSlash = table.exactSlash === true && path.endsWith("/") && segments.length > 0;
  const matches = table.entries.flatMap(({ operation, template }) => {
    const parameters = hasSlash && !operation.path.endsWith("/") ? undefined : matchPath(template, segments);
    return parameters ? [{ operation, path: parameters }] : [];
  });
  const byMethod = (wanted: string): Route | undefined => {
    const match = matches.find(({ operation }) => operation.method.toUpperCase() === wanted);
    return match && { kind: "operation", ...match };
  };
  const found = byMethod(method) ?? (method === "HEAD" ? byMethod("GET") : undefined);
  if (found) return found;
  const known = matches.map((match) => match.operation).filter((operation) => table.operations.includes(operation));
  const message = explain(table, { method, path, matches: known });
  return { kind: "unknown", status: known.length > 0 ? 405 : 404, message };
}

function explain(
  { title, operations }: RouteOptions,
  { method, path, matches }: { method: string; path: string; matches: readonly MockOperation[] },
): string {
  const problem = `${title} has no operation ${method} ${path}`;
  if (matches.length > 0) return `${problem}. That path has ${matches.map(describe).join(", ")}.`;
  const segments = splitPath(path);
  // A parameter stands for whatever was asked for there, so that only literal text counts as different.
  const likely = operations.map((operation) => ({ operation, like: fill(operation.path, segments) }));
  const nearest = nearestName(
    path,
    likely.map(({ like }) => like),
  );
  const near = likely.filter(({ like }) => like === nearest).map(({ operation }) => describe(operation));
  return near.length > 0 ? `${problem}. Nearest: ${near.join(", ")}.` : `${problem}.`;
}

function fill(template: string, segments: readonly string[]): string {
  const filled = splitPath(template).map((segment, index) =>
    /^\{[^{}]+\}$/.test(segment) ? (segments[index] ?? segment) : segment,
  );
  return `/${filled.join("/")}`;
}

function describe({ id, method, path }: MockOperation): string {
  return `${id} (${method.toUpperCase()} ${path})`;
}
