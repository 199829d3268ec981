import type { AuthScheme } from "./auth.ts";
import { checkOptions, type OptionRule } from "./check-options.ts";
import { configFault } from "./config-fault.ts";
import type { PlatformDefinition } from "./platform.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** A platform's name, for messages, and its ways to authenticate. */
export type AuthDefinition<Credentials extends object> = Pick<
  PlatformDefinition<string, Credentials, object>,
  "title" | "auth"
>;

/** A scheme and the members it takes, each a string that is not empty. */
export interface ResolvedCredentials<Credentials extends object> {
  /** Undefined for a platform that lets anyone call. */
  readonly scheme: AuthScheme<Credentials> | undefined;
  readonly credentials: Readonly<Record<string, string>>;
}

/**
 * Picks the first scheme whose members are all given. A member that is missing, empty or not a string, that belongs to another
 * scheme, or to none, is a `ConfigError` that names it and never shows it: which of two ways was meant is not ours to guess. A member
 * that is undefined is not given.
 *
 * @param given - What the user gave as `auth`, or what the user's function returned.
 */
export function resolveCredentials<Credentials extends object>(
  { title, auth: schemes }: AuthDefinition<Credentials>,
  given: unknown,
): ResolvedCredentials<Credentials> {
  const members: Readonly<Record<string, unknown>> = typeof given === "object" ? { ...given } : {};
  // Where none is whole, the one that was begun says best what is missing.
  const scheme =
    schemes.find(({ credentials }) => credentials.every((name) => members[name] !== undefined)) ??
    schemes.find(({ credentials }) => credentials.some((name) => name in members)) ??
    schemes[0];
  const taken = scheme?.credentials ?? [];

  const rule = (name: string): [string, OptionRule] => [
    name,
    [() => taken.includes(name), `left out, or ${taken.join(" and ")}: they are two ways to sign in`],
  ];
  const rules = Object.fromEntries(schemes.flatMap(({ credentials }) => credentials.map(rule)));
  checkOptions(withoutUndefined(members), rules, "auth.");

  const pick = (name: string): [string, string] => {
    const value = members[name];
    if (typeof value === "string" && value !== "") return [name, value];
    const ways = schemes.map((way) => `{ ${way.credentials.join(", ")} }`).join(" or ");
    throw configFault(
      `auth.${name}`,
      `is missing, empty or not a string: ${title} needs \`auth\` with ${ways}. If it comes from an environment variable, check that it is set`,
    );
  };
  return { scheme, credentials: Object.fromEntries(taken.map(pick)) };
}
