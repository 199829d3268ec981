import type { AuthScheme } from "./auth.ts";
import { ConfigError } from "./errors.ts";

/** A scheme and the members it takes, each a string that is not empty. */
export interface ResolvedCredentials<Credentials extends object> {
  readonly scheme: AuthScheme<Credentials>;
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
  const members = new Map<string, unknown>(typeof given === "object" && given !== null ? Object.entries(given) : []);
  const isMissing = (name: string): boolean => members.get(name) === undefined;

  const scheme = schemes.find(({ credentials }) => !credentials.some(isMissing));
  if (scheme === undefined) {
    const meant = schemes.find(({ credentials }) => credentials.some((name) => members.has(name))) ?? schemes[0];
    const name = members.size === 0 ? undefined : meant?.credentials.find(isMissing);
    const ways = schemes.map(({ credentials }) => `{ ${credentials.join(", ")} }`).join(" or ");
    throw fault(
      name,
      `is not given: ${title} needs a credential, ${ways}. If it is read from an environment variable, check that it is set`,
    );
  }

  const credentials = scheme.credentials.map((name) => {
    const value = members.get(name);
    if (typeof value !== "string") throw fault(name, `is ${value === null ? "null" : typeof value}, not a string`);
    if (value === "") throw fault(name, "is empty");
    return [name, value] as const;
  });
  return { scheme, credentials: Object.fromEntries(credentials) };
}

function fault(name: string | undefined, problem: string): ConfigError {
  const option = name === undefined ? "auth" : `auth.${name}`;
  return new ConfigError({ option, message: `${option} ${problem}.` });
}
