import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { fetchBytes, withoutQuery } from "./fetch-bytes.ts";
import { isPublicUrl } from "./is-public-url.ts";
import { sourceFault, tooLarge } from "./source-fault.ts";
import { SpecError } from "./spec-error.ts";

/** Where a description is read from, and within what bounds. */
export interface SpecSourceOptions {
  /** A file, or an `http:` or `https:` URL. */
  readonly from: string;
  /** The folder that a relative path starts from. */
  readonly folder: string;
  /** The most bytes that are read. Default: 50 MiB, five times the largest descriptions in use. */
  readonly maxBytes?: number | undefined;
  /** How long a server may take for the whole answer, in milliseconds. Default: 60,000. */
  readonly timeoutMs?: number | undefined;
}

/** A description as text. */
export interface SpecSource {
  /** Its name for messages. */
  readonly file: string;
  readonly text: string;
  /** Where it was fetched from; absent for a file, and where the query may hold a token. */
  readonly url?: string;
}

/**
 * Reads a description from a file or a server.
 *
 * @throws SpecError where it cannot be read, is too large or not text, or the server does not answer as it should, in time.
 */
export async function readSpecSource(options: SpecSourceOptions): Promise<SpecSource> {
  const { from, folder, maxBytes = 50 * 1024 * 1024, timeoutMs = 60_000 } = options;
  const url = asUrl(from);
  if (url === undefined) {
    return { file: from, text: decode(await readBytes(resolve(folder, from), { file: from, maxBytes }), from) };
  }
  const file = withoutQuery(url);
  return {
    file,
    text: decode(await fetchBytes(url, { maxBytes, timeoutMs }), file),
    ...(isPublicUrl(url) && { url: url.href }),
  };
}

function asUrl(from: string): URL | undefined {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(from)) return undefined;
  const url = URL.parse(from);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw sourceFault("--from", "it is neither a path nor a http: or https: URL", "pass one of the two");
  }
  if (url.username === "" && url.password === "") return url;
  // It would be written into source.json.
  const mend = "save the description to a file, pass that, and its public address with --url";
  throw sourceFault("--from", "the URL carries a credential", mend);
}

async function readBytes(path: string, { file, maxBytes }: { file: string; maxBytes: number }): Promise<Uint8Array> {
  try {
    const status = await stat(path);
    if (!status.isFile()) throw sourceFault(file, "it is not a file", "pass the path of the description itself");
    if (status.size > maxBytes) throw tooLarge(file, maxBytes);
    return await readFile(path);
  } catch (error) {
    if (error instanceof SpecError) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    const problem = code === "ENOENT" ? "the file does not exist" : `the file cannot be read (${code})`;
    throw sourceFault(file, problem, "pass --from the path or the URL of the platform's description");
  }
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw sourceFault(file, "it is not text in UTF-8", "pass an OpenAPI description in YAML or JSON");
  }
}
