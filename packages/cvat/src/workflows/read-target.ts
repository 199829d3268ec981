import { checkMembers, ConfigError, type OptionRules } from "@labelwire/core";
import { id } from "./option-rules.ts";

/** A thing on the server. */
export interface Target<Kind extends string> {
  readonly kind: Kind;
  readonly id: number;
}

/**
 * Reads what a workflow is told to work on, such as `{ task: 7 }`: one member, which is one of `kinds`.
 *
 * @param argument - What errors call it.
 * @throws ConfigError for none, more than one, another kind, and what is no id.
 */
export function readTarget<Kind extends string>(
  target: unknown,
  kinds: readonly Kind[],
  argument = "target",
): Target<Kind> {
  const rules: OptionRules = Object.fromEntries(kinds.map((kind) => [kind, id]));
  checkMembers(argument, target, rules);
  const members = Object(target) as Readonly<Record<string, unknown>>; // a plain object: it has been checked
  const [kind, ...others] = kinds.filter((each) => members[each] !== undefined);
  if (kind === undefined || others.length > 0) {
    const choices = kinds.map((each) => `{ ${each}: 7 }`).join(", ");
    throw new ConfigError({
      option: argument,
      message: `${argument} must have one member, one of ${choices}.`,
    });
  }
  return { kind, id: Number(members[kind]) };
}
