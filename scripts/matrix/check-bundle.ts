/** A bundle of a consumer that calls one operation. */
export interface OneCallBundle {
  readonly code: string;
  /** The operation it calls. */
  readonly used: string;
  /** All operations of the package. */
  readonly operations: readonly string[];
}

/** Why such a bundle is not what a user should get; empty if it is. */
export function checkBundle({ code, used, operations }: OneCallBundle): readonly string[] {
  const has = (name: string): boolean => new RegExp(`["'\`]${name}["'\`]`).test(code);
  const strangers = operations.filter((name) => name !== used && has(name));
  return [
    ...(has(used) ? [] : [`lost ${used}`]),
    ...(strangers.length === 0 ? [] : [`carries operations that nobody calls: ${strangers.join(", ")}`]),
    ...(has("msw") || /\bsetupServer\b/.test(code) ? ["carries mocks"] : []),
    ...(/["'`]node:/.test(code) ? ["imports a Node built-in"] : []),
  ];
}
