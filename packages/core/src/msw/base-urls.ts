import { ConfigError } from "../errors.ts";

/** A base URL that a mock answers for: an origin and the path that all its operations are below. */
export interface BaseUrl {
  readonly origin: string;
  /** Without a slash at the end; empty for the root. */
  readonly path: string;
}

/** Reads base URLs, the longest path first, so that the nearest base takes a request. */
export function readBaseUrls(option: string, urls: readonly string[]): readonly BaseUrl[] {
  return urls.map((url) => readBaseUrl(option, url)).sort((first, second) => second.path.length - first.path.length);
}

/** The rest of a URL's path below a base, starting with a slash; undefined where the URL is not below it. */
export function pathBelow({ origin, path }: BaseUrl, url: URL): string | undefined {
  if (url.origin !== origin) return undefined;
  if (url.pathname === path) return "/";
  return url.pathname.startsWith(`${path}/`) ? url.pathname.slice(path.length) : undefined;
}

function readBaseUrl(option: string, text: string): BaseUrl {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new ConfigError({
      option,
      message: `${option} must be an absolute http or https URL, such as "http://localhost:3000/api".`,
    });
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw new ConfigError({
      option,
      message: `${option} must hold an origin and a path alone: no user, query or fragment.`,
    });
  }
  return { origin: url.origin, path: url.pathname.replace(/\/+$/, "") };
}
