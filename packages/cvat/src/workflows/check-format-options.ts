import { checkMembers, type OptionRules } from "@labelwire/core";
import { text } from "./option-rules.ts";

/**
 * Checks the options of a workflow that has to be told a format. Left out altogether, in JavaScript, it is the format that is missing.
 *
 * @throws ConfigError naming the option.
 */
export function checkFormatOptions(options: unknown, rules: OptionRules): void {
  checkMembers("options", options ?? {}, { ...rules, format: text }, ["format"]);
}
