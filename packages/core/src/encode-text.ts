import { configFault } from "./config-fault.ts";

/** Percent-encodes a text for a URL; a `ConfigError` naming `option` where the text is no Unicode, which no URL can carry. */
export function encodeText(text: string, option: string, operation: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    throw configFault(option, "has half of a surrogate pair, which no URL can carry", operation);
  }
}
