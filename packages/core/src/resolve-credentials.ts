import type { AuthScheme } from "./auth.ts";
import { ConfigError } from "./errors.ts";

/** A scheme and the members it takes, each a string that is not empty. */
export interface ResolvedCredentials<Credentials extends object> {
  /** Undefined for a platform that lets anyone call. */
  readonly scheme: AuthScheme<Credentials> | undefined;
  readonly credentials: Readonly<Record<string, string>>;
}

/**
 * Picks the first scheme whose members are all given. A member that is missing, empty or not a string is a `ConfigError` that
 * names it and never shows it.
 */
export function resolveCredentials<Credentials extends object>(options: {
  /** The platform's name in messages. */
  readonly title: string;
  readonly schemes: readonly AuthScheme<Credentials>[];
  /** What the user gave as `auth`, or what the user's function returned. */
  readonly given: unknown;
}): ResolvedCredentials<Credentials> {
  const { title, schemes, given } = options;
  const members = new Map<string, unknown>(Object.entries(Object(given) as object)); // Object() makes an object of anything
  // Where none is whole, the one that was begun says best what is missing.
  const scheme =
    schemes.find(({ credentials }) => credentials.every((name) => members.get(name) !== undefined)) ??
    schemes.find(({ credentials }) => credentials.some((name) => members.has(name))) ??
    schemes[0];

  const credentials: Record<string, string> = {};
  for (const name of scheme?.credentials ?? []) {
    const value = members.get(name);
    if (typeof value !== "string" || value === "") {
      const option = `auth.${name}`;
      const ways = schemes.map((way) => `{ ${way.credentials.join(", ")} }`).join(" or ");
      const message = `${option} is missing, empty or not a string: ${title} needs \`auth\` with ${ways}. If it comes from an environment variable, check that it is set.`;
      throw new ConfigError({ option, message });
    }
    credentials[name] = value;
  }
  return { scheme, credentials };
}
