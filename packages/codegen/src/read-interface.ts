import { canonicalizeSpec } from "./canonicalize-spec.ts";
import { checkInterface } from "./check-interface.ts";
import type { JsonObject } from "./json-value.ts";
import { parseSpecText } from "./parse-spec-text.ts";
import { readSpecSource } from "./read-spec-source.ts";

/** Where an interface is read from. */
export interface InterfaceOptions {
  /** The repository. */
  readonly root: string;
  /** A file, or an `http:` or `https:` URL. */
  readonly from: string;
  /** The folder that a relative `from` starts from. Default: `root`. */
  readonly folder?: string;
  /** The most bytes of a description. Default: 50 MiB. */
  readonly maxBytes?: number;
  /** How long a server may take, in milliseconds. Default: 60,000. */
  readonly timeoutMs?: number;
}

/** What a platform gave out, as far as it is ours to carry over. */
export interface GivenInterface {
  /** Without prose, in canonical order. */
  readonly document: JsonObject;
  /** Pointers to members that OpenAPI does not know. */
  readonly unknown: readonly string[];
  /** Where it was fetched from; undefined for a file, and where the query may hold a token. */
  readonly url: string | undefined;
}

/**
 * Reads a platform's description and keeps its interface.
 *
 * @throws SpecError where it cannot be read or is not fit.
 */
export async function readInterface({
  root,
  from,
  folder = root,
  maxBytes,
  timeoutMs,
}: InterfaceOptions): Promise<GivenInterface> {
  const { file, text, url } = await readSpecSource({ from, folder, maxBytes, timeoutMs });
  const { document, unknown } = canonicalizeSpec(checkInterface(parseSpecText(text, file), file));
  // What was left out may have been referred to.
  return { document: checkInterface(document, file), unknown, url };
}
