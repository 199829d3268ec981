import { ConfigError } from "./errors.ts";
import { nearestName } from "./nearest-name.ts";

/** What a value has to be, as it reads after "must be". */
export type OptionRule = readonly [isValid: (value: unknown) => boolean, expected: string];

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
      const hint = nearest === undefined ? `There are ${known.join(", ")}` : `Did you mean ${prefix}${nearest}?`;
      throw new ConfigError({ option, message: `There is no option ${option}. ${hint}` });
    }
    const rule = rules[name];
    if (value !== undefined && rule?.[0](value) === false) {
      throw new ConfigError({ option, message: `${option} must be ${rule[1]}.` });
    }
  }
}
