import { ConfigError } from "./errors.ts";
import { nearestName } from "./nearest-name.ts";

/** The base URL of a client, without a slash at its end. Never echoes what was given: it may hold a password. */
export function resolveBaseUrl(
  servers: Readonly<Record<string, string>>,
  { baseUrl, server }: { readonly baseUrl?: string | undefined; readonly server?: string | undefined },
): string {
  if (baseUrl === undefined) return trim(serverUrl(servers, server));
  if (server !== undefined) throw fault("server", "and baseUrl cannot be given together");
  const url = typeof baseUrl === "string" && URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw fault("baseUrl", "must be an absolute http or https URL, such as https://annotate.example.com");
  }
  if (url.username !== "" || url.password !== "")
    throw fault("baseUrl", "must not hold a user name or password; use auth");
  if (/[?#]/.test(baseUrl)) throw fault("baseUrl", "must end with its path: no query and no fragment");
  return trim(url.href);
}

function serverUrl(servers: Readonly<Record<string, string>>, server: string | undefined): string {
  const names = Object.keys(servers);
  const name = server ?? names[0] ?? "";
  const url = Object.hasOwn(servers, name) ? servers[name] : undefined;
  if (url !== undefined) return url;
  if (server === undefined) throw fault("baseUrl", "is required: this platform has no hosted server");
  const nearest = nearestName(name, names);
  throw fault(
    "server",
    `must be one of ${names.join(", ")}${nearest === undefined ? "" : ` (did you mean ${nearest}?)`}`,
  );
}

function trim(url: string): string {
  return url.endsWith("/") ? trim(url.slice(0, -1)) : url;
}

function fault(option: string, problem: string): ConfigError {
  return new ConfigError({ option, message: `${option} ${problem}.` });
}
