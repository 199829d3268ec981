/** A consumer of a client: the names it uses and where it imports them from. */
export interface Consumer {
  readonly factory: string;
  readonly operations: readonly string[];
  /** The specifier, or path, of the package's entry. */
  readonly client: string;
  /** The same for its operation functions. */
  readonly operationsEntry: string;
  /** Whether the operation functions are imported as one object, `import * as`. Default: by name. */
  readonly asNamespace?: boolean;
}

/** A module that makes one client and calls some operations, one after the other. */
export function consumerCode({ factory, operations, client, operationsEntry, asNamespace }: Consumer): string {
  const [names, prefix] = asNamespace === true ? ["* as all", "all."] : [`{ ${operations.join(", ")} }`, ""];
  return [
    `import { ${factory}, unwrap } from ${JSON.stringify(client)};`,
    `import ${names} from ${JSON.stringify(operationsEntry)};`,
    `const client = ${factory}({ auth: globalThis.credentials });`,
    ...operations.map((name) => `console.log(await unwrap(${prefix}${name}(client, globalThis.init)));`),
  ].join("\n");
}
