import { configFault } from "./config-fault.ts";
import { nearestName } from "./nearest-name.ts";

/** The base URL of a client, without a slash at its end. Never echoes what was given: it may hold a password. */
export function resolveBaseUrl(
  servers: Readonly<Record<string, string>>,
  { baseUrl, server }: { readonly baseUrl?: string | undefined; readonly server?: string | undefined },
): string {
  const names = Object.keys(servers);
  const hosted = servers[server ?? names[0] ?? ""] ?? "";
  if (server && baseUrl) throw configFault("server", "and baseUrl cannot be given together");
  if (server !== undefined && !names.includes(server)) {
    const nearest = nearestName(server, names);
    throw configFault("server", `must be one of ${names.join(", ")}${nearest ? ` (did you mean ${nearest}?)` : ""}`);
  }
  const address = baseUrl ?? hosted;
  const { href } = URL.canParse(address) ? new URL(address) : { href: "" };
  if (!/^https?:\/\/[^/@]+\/[^?#]*$/.test(href)) {
    throw configFault(
      "baseUrl",
      "must be an absolute http or https URL, such as https://annotate.example.com, without user name, password, query and fragment",
    );
  }
  return href.replace(/\/+$/, "");
}
