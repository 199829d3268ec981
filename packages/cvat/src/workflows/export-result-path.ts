import { DecodeError } from "@labelwire/core";
import { requestsRetrieve } from "../generated/operations.ts";
import type { Schema } from "../types.ts";

/**
 * The path, with its query, to ask for the file of a finished export at, below the client's base URL.
 *
 * `result_url` is absolute, and made of what the server takes for its own name: behind proxies its scheme, its host and a prefix of its
 * path may all be wrong (server 2.73). So only the endpoint is used, and credentials cannot go anywhere but to the base URL.
 *
 * @throws DecodeError for a link to anything but an endpoint of the API.
 */
export function exportResultPath({ id, result_url: link }: Schema<"Request">): string {
  const base = "http://server.invalid/";
  const url = link && URL.canParse(link, base) ? new URL(link, base) : undefined;
  const isWeb = url !== undefined && /^https?:$/.test(url.protocol);
  const start = isWeb ? url.pathname.indexOf("/api/") : -1;
  const endpoint = start === -1 ? "" : (url?.pathname.slice(start) ?? "");
  if (endpoint.length > "/api/".length) return endpoint + (url?.search ?? "");
  const fault = link ? "a result_url that leads elsewhere than to its API" : "no result_url";
  throw new DecodeError({
    operation: requestsRetrieve.id,
    message: `CVAT finished the export ${id} with ${fault}, so that there is nothing to download.`,
    status: 200,
    mediaType: "application/vnd.cvat+json",
    excerpt: "",
  });
}
