import { dispositionFileName } from "./content-disposition.ts";

const MOST_BYTES = 200;
const MOST_EXTENSION_BYTES = 20;

/** Control characters, what turns the direction of text around, half surrogates, and what Windows forbids or means otherwise. */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\p{Cs}<>:"|?*]/gu;
/** Windows takes these names for devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3]) *(?:\.|$)/i;

/**
 * The name to save an answer under: from `Content-Disposition`, else from the last segment of the URL's path, else `fallback`.
 * Always safe: see {@link safeFileName}.
 */
export function responseFileName(response: Pick<Response, "headers" | "url">, fallback: string): string {
  const given = dispositionFileName(response.headers.get("content-disposition"));
  return safeFileName(given ?? "") || safeFileName(urlFileName(response.url)) || safeFileName(fallback) || "download";
}

/**
 * A name from a server, made fit for any file system: one segment, without drive, device, stream or hidden names, at most 200
 * bytes of UTF-8 with its extension kept. Empty where nothing is left.
 */
export function safeFileName(name: string): string {
  const segment = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const visible = trimEdges(segment.replace(UNSAFE, "_"));
  if (/^[._ ]*$/.test(visible)) return "";
  // A leading dot hides a file or makes it somebody's settings, such as .npmrc.
  const shown = visible.startsWith(".") || DEVICE.test(visible) ? `_${visible.replace(/^\./, "")}` : visible;
  return trimEdges(shorten(shown));
}

/** Windows drops dots and spaces at the end, so that `a.` and `a` would be one file. */
function trimEdges(name: string): string {
  let end = name.length;
  while (end > 0 && (name[end - 1] === "." || name[end - 1] === " ")) end -= 1;
  return name.slice(0, end).trimStart();
}

function shorten(name: string): string {
  if (byteLength(name) <= MOST_BYTES) return name;
  const dot = name.lastIndexOf(".");
  const extension = dot > 0 && byteLength(name.slice(dot)) <= MOST_EXTENSION_BYTES ? name.slice(dot) : "";
  const stem = extension === "" ? name : name.slice(0, dot);
  return cut(stem, MOST_BYTES - byteLength(extension)) + extension;
}

/** The longest beginning that fits, without half a character. */
function cut(text: string, most: number): string {
  return text.slice(0, new TextEncoder().encodeInto(text, new Uint8Array(most)).read);
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

function urlFileName(address: string): string {
  if (!URL.canParse(address)) return "";
  const segment = new URL(address).pathname.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
