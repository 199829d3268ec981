/** A bundle of a consumer that calls one operation. */
export interface OneCallBundle {
  readonly code: string;
  /** The operationId of what it calls. */
  readonly used: string;
  /** The operationIds of the package. */
  readonly operations: readonly string[];
}

/** Why such a bundle is not what a user should get; empty if it is. */
export function checkBundle({ code, used, operations }: OneCallBundle): readonly string[] {
  // A bundler that does not minify keeps what is said of an operation, and that may name another in backticks.
  const bare = code.replace(/^\s*\/\*\*[^]*?\*\//gm, "");
  const has = (name: string): boolean => ['"', "'", "`"].some((quote) => bare.includes(quote + name + quote));
  const strangers = operations.filter((name) => name !== used && has(name));
  return [
    ...(has(used) ? [] : [`lost ${used}`]),
    ...(strangers.length === 0 ? [] : [`carries operations that nobody calls: ${strangers.join(", ")}`]),
    ...(has("msw") || /\bsetupServer\b/.test(code) ? ["carries mocks"] : []),
    ...(/["'`]node:/.test(code) ? ["imports a Node built-in"] : []),
  ];
}
