import { isLabelwireError, LabelwireError } from "@labelwire/core";
import { reasonOf } from "./reason-of.ts";

/**
 * Gives back an error to throw, with what failed while it was dealt with as its `suppressed`: the first failure says why the work
 * ended. What is no error of ours, such as the reason of a caller's signal, is given back as it is.
 */
export function attachFailure(error: unknown, later: unknown): unknown {
  if (!isLabelwireError(error)) return error;
  const suppressed = isLabelwireError(later) ? later : new LabelwireError({ message: reasonOf(later), cause: later });
  return Object.assign(error, { suppressed });
}
