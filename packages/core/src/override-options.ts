import { checkOptions } from "./check-options.ts";
import { sharedRules } from "./option-rules.ts";
import type { ScopeDefinition, ScopeRule } from "./scope.ts";

/**
 * The options of a child client. A scope option that is given takes the place of those that exclude it: who asks for one
 * organization by its slug does not mean the parent's, which was named by its id.
 */
export function overrideOptions<Options extends object, Scope extends object>(
  scope: ScopeDefinition<Scope> | undefined,
  options: Options,
  overrides: Partial<Options>,
): Options {
  const rules = Object.entries<ScopeRule>(scope ?? {});
  checkOptions(overrides, { ...sharedRules, ...Object.fromEntries(rules.map(([name]) => [name, undefined])) });
  const given = new Map<string, unknown>(Object.entries(overrides));
  const replaced = rules.flatMap(([name, { excludes = [] }]) => (given.get(name) === undefined ? [] : excludes));
  return { ...options, ...Object.fromEntries(replaced.map((name) => [name, undefined])), ...overrides };
}
