import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compileSources } from "./compile-sources.ts";

const golden = join(import.meta.dirname, "golden");

async function readGolden(): Promise<Map<string, string>> {
  const names = ["schema", "operations", "mock", "path-traits", "codegen"];
  return new Map(
    await Promise.all(
      names.map(
        async (name) => [`${name}.ts`, await readFile(join(golden, `pets-${name}.golden.ts`), "utf8")] as const,
      ),
    ),
  );
}

const use = `
import type { Caller } from "@labelwire/core";
import type { components } from "./schema.ts";
import { getPet, getPhoto, petsCreate, petsDestroy, petsList, putPhoto, searchPets, status } from "./operations.ts";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function isTrue<T extends true>(): T | undefined { return undefined; }
type Pet = components["schemas"]["Pet"];
declare const client: Caller<"pets">;

export async function calls(): Promise<unknown[]> {
  const list = await petsList(client);
  await petsList(client, { params: { query: { kind: "cat", page: 2 } } });
  const pet = await getPet(client, { params: { path: { petId: "1" } } });
  const photo = await getPhoto(client, { params: { path: { petId: "1" } } });
  const created = await petsCreate(client, { body: { name: "Tom" } });
  const gone = await petsDestroy(client, { params: { path: { petId: "1" } } });
  const put = await putPhoto(client, { params: { path: { petId: "1" } }, body: { file: new Blob([]), caption: null } });
  const found = await searchPets(client);
  const text = await status(client);
  isTrue<Equal<NonNullable<typeof list.data>["results"], Pet[]>>();
  isTrue<Equal<typeof pet.data, Pet | undefined>>();
  isTrue<Equal<typeof photo.data, Blob | undefined>>();
  isTrue<Equal<typeof created.data, Pet | undefined>>();
  isTrue<Equal<typeof gone.data, undefined>>();
  isTrue<Equal<typeof text.data, string | undefined>>();
  // A value the server adds later is not an error, and the known ones complete.
  isTrue<Equal<Pet["kind"], "cat" | "dog" | (string & {}) | undefined>>();
  isTrue<Equal<Pet["state"], "alive" | undefined>>();
  isTrue<Equal<Pet["born"], string | null | undefined>>();
  // @ts-expect-error the path parameter is required
  await getPet(client);
  // @ts-expect-error a name is required
  await petsCreate(client, { body: { kind: "cat" } });
  // @ts-expect-error there is no such query parameter
  await petsList(client, { params: { query: { colour: "red" } } });
  return [list, pet, photo, created, gone, put, found, text];
}
`;

describe("generated code", () => {
  test(
    "compiles under the strictest flags, and its calls have the types of the specification",
    { timeout: 60_000 },
    async () => {
      const sources = await readGolden();
      sources.set("use.ts", use);
      expect(compileSources(sources)).toEqual([]);
    },
  );

  test("a wrong type is seen, so that the test above means something", { timeout: 60_000 }, async () => {
    const sources = await readGolden();
    sources.set("use.ts", use.replace('body: { name: "Tom" }', "body: { name: 7 }"));
    expect(compileSources(sources)).toEqual([expect.stringContaining("use.ts: Type 'number' is not assignable")]);
  });
});
