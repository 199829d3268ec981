import { NetworkError } from "./errors.ts";
import { excerpt } from "./excerpt.ts";

const MAX_DEPTH = 4;

/**
 * Makes a `NetworkError` of what a `fetch` threw, or the body of its answer. The cause is a copy that holds name, message and
 * code alone, because a `fetch` of the user's own may attach the request, with its headers, to what it throws.
 */
export function toNetworkError(options: {
  readonly error: unknown;
  readonly definition: { readonly title: string };
  readonly operation: string;
  /** How many times the request was sent. */
  readonly attempts: number;
  /** What no error may echo. */
  readonly secrets: readonly string[];
}): NetworkError {
  const { error, definition, operation, attempts, secrets } = options;
  const { cause, root } = copyError(error, secrets);
  const reason =
    root.code === undefined || root.message.includes(root.code) ? root.message : `${root.message} (${root.code})`;
  return new NetworkError({
    message: `${definition.title} gave no whole answer to ${operation}${attempts > 1 ? `, sent ${attempts} times` : ""}: ${reason}`,
    operation,
    code: root.code,
    attempts,
    cause,
  });
}

interface CopiedError extends Error {
  code?: string;
}

/** Copies an error and its causes. `root` is the innermost: Node says only "fetch failed" at the top, and why beneath. */
function copyError(error: unknown, secrets: readonly string[], depth = 0): { cause: CopiedError; root: CopiedError } {
  const read = (name: "name" | "message" | "code"): string | undefined => {
    const value: unknown = typeof error === "object" && error !== null ? Reflect.get(error, name) : undefined;
    return typeof value === "string" && value !== "" ? excerpt(value, secrets) : undefined;
  };
  const code = read("code");
  const copy: CopiedError = new Error(read("message") ?? code ?? "no reason was given");
  copy.name = read("name") ?? copy.name;
  // The engine's own would say where the copy was made.
  copy.stack = `${copy.name}: ${copy.message}`;
  if (code !== undefined) copy.code = code;
  if (!(error instanceof Error && error.cause instanceof Error) || depth === MAX_DEPTH)
    return { cause: copy, root: copy };

  const nested = copyError(error.cause, secrets, depth + 1);
  copy.cause = nested.cause;
  return { cause: copy, root: nested.root };
}
