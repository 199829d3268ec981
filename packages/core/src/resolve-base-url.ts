import { configFault } from "./config-fault.ts";
import { nearestName } from "./nearest-name.ts";

/**
 * The base URL of a client, without a slash at its end. Never echoes what was given: it may hold a password. JavaScript may
 * give null, which is no way to leave one out, as what was to go to a server of the user's own must not go to another.
 */
export function resolveBaseUrl(
  servers: Readonly<Record<string, string>>,
  { baseUrl, server }: { readonly baseUrl?: string | null | undefined; readonly server?: string | null | undefined },
): string {
  const names = Object.keys(servers);
  const name = server === undefined ? (names[0] ?? "") : String(server);
  if (server && baseUrl) throw configFault("server", "and baseUrl cannot be given together");
  if (server !== undefined && !names.includes(name)) {
    const nearest = nearestName(name, names);
    throw configFault("server", `must be one of ${names.join(", ")}${nearest ? ` (did you mean ${nearest}?)` : ""}`);
  }
  const address = String(baseUrl === undefined ? servers[name] : baseUrl);
  const { href } = URL.canParse(address) ? new URL(address) : { href: "" };
  if (!/^https?:\/\/[^/@]+\/[^?#]*$/.test(href)) {
    throw configFault(
      "baseUrl",
      "must be an absolute http or https URL, such as https://annotate.example.com, without user name, password, query and fragment",
    );
  }
  return href.replace(/\/+$/, "");
}
