import { isPublicUrl } from "./is-public-url.ts";
import { UsageError } from "./run-command.ts";

/** Checks `--url`, which is written into `source.json`. */
export function checkUrl(text: string | undefined): void {
  const url = text === undefined ? undefined : URL.parse(text);
  if (url === null || (url && !isPublicUrl(url)))
    throw new UsageError("--url is an http: or https: URL without a credential.");
}
