import { pathToFileURL } from "node:url";

/** The names that a built module exports, sorted. */
export async function moduleExports(file: string): Promise<readonly string[]> {
  return Object.keys((await import(pathToFileURL(file).href)) as object); // a module namespace is an object
}

/** The one name of the form `createAcmeClient`, or `createAcmeMock`, among them. */
export function findFactory(names: readonly string[], module: string, made: "Client" | "Mock" = "Client"): string {
  const factory = names.find((name) => new RegExp(`^create\\w+${made}$`).test(name));
  if (factory === undefined)
    throw new Error(`${module} exports no create…${made}; look at its index.ts in src and build it.`);
  return factory;
}
