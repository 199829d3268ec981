import { checkHeaderValue } from "./check-header-value.ts";
import { ConfigError } from "./errors.ts";

/** What a scope option can hold. `undefined` always sends nothing. */
export type ScopeValue = string | number | null;

/** How one scope option is sent. */
export interface ScopeRule {
  readonly in: "header" | "query";
  /** The header's or the query parameter's name. */
  readonly name: string;
  /**
   * True where an empty value means something of its own to the platform, such as the personal workspace: then `null` and
   * `""` both send it. Otherwise both are a `ConfigError`.
   */
  readonly emptyAllowed?: boolean;
  /** True where no call works without it. */
  readonly required?: boolean;
  /** Other scope options that cannot be given beside this one. */
  readonly excludes?: readonly string[];
  /** Says whether a value is well formed. */
  readonly isValid?: (value: string) => boolean;
  /** What `isValid` asks for, as it reads after "must be", such as `"a UUID"`. */
  readonly expected?: string;
}

/** The scope options of a platform, by their names in the client's options. */
export type ScopeDefinition<Scope extends object> = { readonly [Option in keyof Scope]-?: ScopeRule };

/** What scope adds to every request. */
export interface ResolvedScope {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

type RuleOptions = Omit<ScopeRule, "in" | "name">;

/** A scope option that is sent as a header. */
export function headerScope(header: string, options: RuleOptions = {}): ScopeRule {
  return { ...options, in: "header", name: header };
}

/** A scope option that is sent as a query parameter. */
export function queryScope(parameter: string, options: RuleOptions = {}): ScopeRule {
  return { ...options, in: "query", name: parameter };
}

/** Turns scope options into headers and query parameters. Pure; throws a `ConfigError` naming the option, never its value. */
export function resolveScope<Scope extends object>(
  definition: ScopeDefinition<Scope> | undefined,
  given: Partial<Record<string, unknown>>,
): ResolvedScope {
  const headers: Record<string, string> = {};
  const query: Record<string, string> = {};
  for (const [option, rule] of Object.entries<ScopeRule>(definition ?? {})) {
    const value = checkScope(option, rule, given);
    if (value !== undefined) (rule.in === "header" ? headers : query)[rule.name] = value;
  }
  return { headers, query };
}

function checkScope(option: string, rule: ScopeRule, given: Partial<Record<string, unknown>>): string | undefined {
  const fail = (problem: string): never => {
    throw new ConfigError({ option, message: `${option} ${problem}.` });
  };
  const value = given[option];
  if (value === undefined) return rule.required === true ? fail("is required") : undefined;

  const other = rule.excludes?.find((name) => given[name] !== undefined);
  if (other !== undefined) return fail(`and ${other} cannot be given together`);

  const text = checkHeaderValue(option, typeof value === "number" ? String(value) : (value ?? ""));
  if (text === "") return rule.emptyAllowed === true ? text : fail("is empty. Leave it out to send none");
  if (rule.isValid?.(text) === false) return fail(`must be ${rule.expected ?? "well formed"}`);
  return text;
}
