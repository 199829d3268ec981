import { checkHeaderValue } from "./check-header-value.ts";
import type { OptionRules } from "./check-options.ts";
import { ConfigError } from "./errors.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** What narrows or loosens a scope option. */
export interface ScopeRuleOptions {
  /**
   * True where an empty value means something of its own to the platform, such as the personal workspace: then `null` and
   * `""` both send it. Otherwise both are a `ConfigError`. Default: false.
   */
  readonly emptyAllowed?: boolean;
  /** True where no call works without it. Default: false. */
  readonly required?: boolean;
  /** Other scope options that cannot be given beside this one. */
  readonly excludes?: readonly string[];
  /** Says whether a value is well formed. Default: any text that a header can carry. */
  readonly isValid?: (value: string) => boolean;
  /** What `isValid` asks for, as it reads after "must be", such as `"a UUID"`. */
  readonly expected?: string;
}

/** One scope option. Made by {@link headerScope} or {@link queryScope}. */
export interface ScopeRule extends ScopeRuleOptions {
  readonly in: "headers" | "query";
  /** The header's or the query parameter's name. */
  readonly name: string;
  /** The text to send for what was given, undefined for nothing; a `ConfigError` naming the option where it cannot be sent. */
  readonly read: (option: string, given: Readonly<Record<string, unknown>>) => string | undefined;
}

/** The scope options of a platform, by their names in the client's options. `undefined` always sends nothing. */
export type ScopeDefinition<Scope extends object> = { readonly [Option in keyof Scope]-?: ScopeRule };

/** What scope adds to every request. */
export interface ResolvedScope {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

declare const optionsType: unique symbol;

/** What narrows the clients of a platform. Made by {@link clientScope}. */
export interface ClientScope<Scope extends object> {
  /** The options that there are. They are checked when they are resolved. */
  readonly rules: OptionRules;
  /** Turns options into headers and query parameters; a `ConfigError` naming the option, never its value, for what cannot be sent. */
  readonly resolve: (given: Readonly<Record<string, unknown>>) => ResolvedScope;
  /**
   * The parent's options that a child's exclude, to take them away: who asks for one organization by its slug does not mean the
   * parent's, which was named by its id.
   */
  readonly replacedBy: (overrides: object) => Readonly<Record<string, undefined>>;
  /** Carries the options' type; nothing at run time. */
  readonly [optionsType]?: Scope;
}

/** A scope option that is sent as a header. */
export function headerScope(header: string, options: ScopeRuleOptions = {}): ScopeRule {
  return { ...options, in: "headers", name: header.toLowerCase(), read: reader(options) };
}

/** A scope option that is sent as a query parameter. */
export function queryScope(parameter: string, options: ScopeRuleOptions = {}): ScopeRule {
  return { ...options, in: "query", name: parameter, read: reader(options) };
}

/** The scope of a platform, by its options. Only platforms that have one carry its code. */
export function clientScope<Scope extends object>(definition: ScopeDefinition<Scope>): ClientScope<Scope> {
  const entries = Object.entries<ScopeRule>(definition);
  return {
    rules: Object.fromEntries(entries.map(([option]) => [option, undefined])),
    resolve: (given) => {
      const scope: { headers: Record<string, string>; query: Record<string, string> } = { headers: {}, query: {} };
      for (const [option, rule] of entries) {
        const text = rule.read(option, given);
        if (text !== undefined) scope[rule.in][rule.name] = text;
      }
      return scope;
    },
    replacedBy: (overrides) => {
      const given = Object.keys(withoutUndefined(overrides));
      const replaced = entries.flatMap(([option, { excludes = [] }]) => (given.includes(option) ? excludes : []));
      return Object.fromEntries(replaced.map((option) => [option, undefined]));
    },
  };
}

function reader({ emptyAllowed, required, excludes, isValid, expected }: ScopeRuleOptions): ScopeRule["read"] {
  return (option, given) => {
    const fault = (problem: string): ConfigError => new ConfigError({ option, message: `${option} ${problem}.` });
    const value = given[option];
    if (value === undefined) {
      if (required === true) throw fault("is required");
      return undefined;
    }
    const other = excludes?.find((name) => given[name] !== undefined);
    if (other !== undefined) throw fault(`and ${other} cannot be given together`);

    const text = checkHeaderValue(option, typeof value === "number" ? String(value) : (value ?? ""));
    if (text === "" && emptyAllowed !== true) throw fault("is empty; leave it out to send none");
    if (text !== "" && isValid?.(text) === false) throw fault(`must be ${expected ?? "well formed"}`);
    return text;
  };
}
