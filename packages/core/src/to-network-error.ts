import { NetworkError } from "./errors.ts";
import { excerpt } from "./excerpt.ts";
import { withoutUndefined } from "./without-undefined.ts";

/**
 * Makes a `NetworkError` of what a `fetch` threw, or the body of its answer. The cause is a copy that holds message, code and
 * stack alone, as excerpts, because a `fetch` of the user's own may attach the request, with its headers, to what it throws.
 */
export function toNetworkError(
  {
    definition,
    operation,
    attempts,
    url,
    secrets,
  }: {
    readonly definition: { readonly title: string };
    readonly operation: string;
    /** How many times the request was sent. */
    readonly attempts: number;
    /** Where it went, if that is known: the origin is told, and nothing else. */
    readonly url?: URL | undefined;
    /** What no error may echo. */
    readonly secrets: () => readonly string[];
  },
  error: unknown,
): NetworkError {
  let root = error;
  // Node says only "fetch failed", and why in the cause. Bounded, because causes can be a circle.
  for (let level = 0; level < 8 && root instanceof Error && root.cause instanceof Error; level++) root = root.cause;
  const thrown = Object(root) as { readonly message?: unknown; readonly code?: unknown; readonly stack?: unknown }; // Object() makes an object of anything
  const read = (value: unknown): string | undefined =>
    (typeof value === "string" && excerpt(value, secrets())) || undefined;
  const code = read(thrown.code);
  const reason = read(thrown.message) ?? code ?? "no reason was given";
  const place = url ? ` (${url.origin})` : "";
  const sent = attempts > 1 ? `, sent ${attempts} times` : "";
  // What OpenSSL says of an answer without TLS, and Node's parser of one with it (HPE_INVALID_CONSTANT).
  const hint = /wrong version n|Expected HTTP/.test(reason) ? " (is it http or https? check the base URL)" : "";
  return new NetworkError({
    message: `The connection to ${definition.title}${place} failed in ${operation}${sent}${hint}: ${reason}`,
    operation,
    code,
    attempts,
    cause: Object.assign(new Error(reason), withoutUndefined({ code, stack: read(thrown.stack) })),
  });
}
