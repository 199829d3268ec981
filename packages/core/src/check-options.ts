import { configFault } from "./config-fault.ts";
import { ConfigError } from "./errors.ts";
import { nearestName } from "./nearest-name.ts";

/** What a value has to be, as it reads after "must be"; `members` are the options within it. */
export type OptionRule = readonly [isValid: (value: unknown) => boolean, expected: string, members?: OptionRules];

/** The options that exist, by name; `undefined` for those that are checked elsewhere. */
export type OptionRules = Readonly<Record<string, OptionRule | undefined>>;

/**
 * Refuses an option that does not exist, and a value that cannot be right. Types cannot do it alone: a generic parameter lets
 * misspelt members through, and JavaScript has no types. Never echoes a value.
 *
 * @param prefix - What stands before the option's name in messages, such as `retry.`.
 */
export function checkOptions(given: object, rules: OptionRules, prefix = ""): void {
  for (const [name, value] of Object.entries(given) as [string, unknown][]) {
    const option = prefix + name;
    if (!Object.hasOwn(rules, name)) {
      const known = Object.keys(rules);
      const nearest = nearestName(name, known);
      const hint = nearest ? `Did you mean ${prefix}${nearest}?` : `Known: ${known.join(", ")}.`;
      throw new ConfigError({ option, message: `There is no option ${option}. ${hint}` });
    }
    const rule = rules[name];
    if (!rule || value === undefined) continue;
    const [isValid, expected, members] = rule;
    if (!isValid(value)) throw configFault(option, `must be ${expected}`);
    // Object() makes an object of anything.
    if (members) checkOptions(Object(value) as object, members, `${option}.`);
  }
}
