import { configFault } from "./config-fault.ts";
import { checkOptions, type OptionRules } from "./check-options.ts";
import { ConfigError } from "./errors.ts";
import { isPlainObject } from "./is-plain-object.ts";

/**
 * Checks an argument of a workflow before anything is sent. A misspelt condition would widen what is selected without a word.
 *
 * @param required - Members that have to be there.
 * @throws ConfigError naming the member.
 */
export function checkMembers(
  argument: string,
  value: unknown,
  rules: OptionRules,
  required: readonly string[] = [],
): void {
  if (!isPlainObject(value)) {
    const [name = ""] = [...required, ...Object.keys(rules)];
    throw configFault(argument, `must be a plain object, such as { ${name}: … }`);
  }
  checkOptions(value, rules, `${argument}.`);
  const missing = required.find((name) => value[name] === undefined);
  if (missing === undefined) return;
  const option = `${argument}.${missing}`;
  throw new ConfigError({ option, message: `${option} is required.` });
}
