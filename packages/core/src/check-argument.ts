import type { OptionRule } from "./check-options.ts";
import { configFault } from "./config-fault.ts";

/**
 * Checks an argument of a workflow that is no object, such as an id, before anything is sent.
 *
 * @throws ConfigError naming the argument, for undefined too where the rule does not take it.
 */
export function checkArgument(argument: string, value: unknown, [isValid, expected]: OptionRule): void {
  if (!isValid(value)) throw configFault(argument, `must be ${expected}`);
}
