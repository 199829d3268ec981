/** A consumer of a client: the names it uses and where it imports them from. */
export interface Consumer {
  readonly factory: string;
  readonly operations: readonly string[];
  /** The specifier, or path, of the package's entry. */
  readonly client: string;
  /** The same for its operation functions. */
  readonly operationsEntry: string;
}

/** A module that makes one client and calls some operations, one after the other. */
export function consumerCode({ factory, operations, client, operationsEntry }: Consumer): string {
  return [
    `import { ${factory}, unwrap } from ${JSON.stringify(client)};`,
    `import { ${operations.join(", ")} } from ${JSON.stringify(operationsEntry)};`,
    `const client = ${factory}({ auth: globalThis.credentials });`,
    ...operations.map((name) => `console.log(await unwrap(${name}(client, globalThis.init)));`),
  ].join("\n");
}
