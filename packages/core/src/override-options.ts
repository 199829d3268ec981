import type { ScopeRule } from "./scope.ts";

/**
 * The options of a child client. A scope option that is given takes the place of those that exclude it: who asks for one
 * organization by its slug does not mean the parent's, which was named by its id.
 */
export function overrideOptions<Options extends object>(
  scope: Readonly<Record<string, ScopeRule>>,
  options: Options,
  overrides: Partial<Options>,
): Options {
  const replaced: Record<string, undefined> = {};
  for (const [name, value] of Object.entries(overrides)) {
    if (value !== undefined) for (const other of scope[name]?.excludes ?? []) replaced[other] = undefined;
  }
  return { ...options, ...replaced, ...overrides };
}
