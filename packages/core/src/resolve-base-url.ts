import { ConfigError } from "./errors.ts";
import { nearestName } from "./nearest-name.ts";

/** The base URL of a client, without a slash at its end. Never echoes what was given: it may hold a password. */
export function resolveBaseUrl(
  servers: Readonly<Record<string, string>>,
  { baseUrl, server }: { readonly baseUrl?: string | undefined; readonly server?: string | undefined },
): string {
  const names = Object.keys(servers);
  const name = server ?? names[0] ?? "";
  const address = baseUrl ?? (Object.hasOwn(servers, name) ? servers[name] : undefined);
  const url = address !== undefined && URL.canParse(address) ? new URL(address) : undefined;
  const isPlain =
    /^https?:$/.test(url?.protocol ?? "") && !/[?#]/.test(address ?? "") && !url?.username && !url?.password;
  if (server !== undefined && baseUrl !== undefined) throw fault("server", "and baseUrl cannot be given together");
  if (server !== undefined && url === undefined) {
    const nearest = nearestName(server, names);
    throw fault("server", `must be one of ${names.join(", ")}${nearest ? ` (did you mean ${nearest}?)` : ""}`);
  }
  if (url === undefined || !isPlain) {
    throw fault(
      "baseUrl",
      "must be an absolute http or https URL, such as https://annotate.example.com/api, without user name, password, query and fragment",
    );
  }
  return url.href.replace(/\/+$/, "");
}

function fault(option: string, problem: string): ConfigError {
  return new ConfigError({ option, message: `${option} ${problem}.` });
}
