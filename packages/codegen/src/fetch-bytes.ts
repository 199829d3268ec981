import { sourceFault, tooLarge } from "./source-fault.ts";
import { SpecError } from "./spec-error.ts";

/** What {@link fetchBytes} keeps to. */
export interface FetchBounds {
  /** The most bytes of the body, unpacked. */
  readonly maxBytes: number;
  /** For the whole answer, in milliseconds. */
  readonly timeoutMs: number;
}

/**
 * Fetches bytes.
 *
 * @throws SpecError where the server cannot be reached, answers with another status than 200, with too much, or too late.
 */
export async function fetchBytes(url: URL, { maxBytes, timeoutMs }: FetchBounds): Promise<Uint8Array> {
  const file = withoutQuery(url);
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      signal,
      headers: { accept: "application/json, application/yaml;q=0.9, */*;q=0.5" },
    });
    if (response.status === 200) return await readBounded(response, { file, maxBytes });
    await response.body?.cancel();
    const mend = "pass an address that answers with the description to everyone, or save it to a file";
    throw sourceFault(file, `the server answered ${response.status}`, mend);
  } catch (error) {
    if (error instanceof SpecError) throw error;
    const problem = signal.aborted
      ? `the server did not answer in full within ${timeoutMs / 1000} s`
      : `it cannot be fetched (${reasonOf(error)})`;
    throw sourceFault(file, problem, "check the address and the network, or save the description to a file");
  }
}

/** The URL for messages: a query may hold a token. */
export function withoutQuery(url: URL): string {
  return url.origin + url.pathname;
}

async function readBounded(
  response: Response,
  { file, maxBytes }: { file: string; maxBytes: number },
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Counted while it is read: Content-Length may be absent, and says nothing about what compressed bytes unpack to.
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge(file, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** `fetch` tells the reason only in the cause, such as ECONNREFUSED. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof Error && "code" in cause) return String(cause.code);
  return cause instanceof Error ? cause.message : "unknown";
}
