import { isConfigError } from "@labelwire/core";

/**
 * Throws the mistake that kept anything from being sent, such as a missing key. A report would be right too, and overlooked; and
 * there is nothing done that the throw could lose.
 */
export function throwIfNothingSent(done: number, failures: readonly { readonly error: Error }[]): void {
  const [first] = failures;
  if (first !== undefined && done === 0 && failures.every(({ error }) => isConfigError(error))) throw first.error;
}
