import { pathToFileURL } from "node:url";

/** The names that a built module exports, sorted. */
export async function moduleExports(file: string): Promise<readonly string[]> {
  return Object.keys((await import(pathToFileURL(file).href)) as object); // a module namespace is an object
}

/** The one name of the form `createAcmeClient` among them. */
export function findFactory(names: readonly string[], packageName: string): string {
  const factory = names.find((name) => /^create\w+Client$/.test(name) && name !== "createClient");
  if (factory === undefined)
    throw new Error(`${packageName} exports no create…Client; look at its src/index.ts and build it.`);
  return factory;
}
