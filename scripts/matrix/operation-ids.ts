import { pathToFileURL } from "node:url";

/** The operationId behind each operation function that a built module exports, by the function's name. */
export async function operationIds(file: string): Promise<ReadonlyMap<string, string>> {
  const functions = (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>; // a module namespace is an object
  const named = Object.entries(functions).filter((entry): entry is [string, { id: string }] => hasId(entry[1]));
  return new Map(named.map(([name, { id }]) => [name, id]));
}

function hasId(value: unknown): value is { id: string } {
  return typeof value === "function" && "id" in value && typeof value.id === "string";
}
