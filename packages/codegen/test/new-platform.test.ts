import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runNewPlatform } from "../src/new-platform/run-new-platform.ts";
import { petsText, readTree } from "./refresh-repository.ts";
import { temporaryFolder } from "./write-repository.ts";

const known = ["--url", "https://pets.example.com/openapi.yaml", "--licence", "MIT"];

/** A repository without a platform, and the description of the pets in it. */
async function emptyRepository(change?: (text: string) => string): Promise<string> {
  const root = await temporaryFolder();
  await mkdir(join(root, "packages/core"), { recursive: true });
  await writeFile(join(root, "packages/core/package.json"), JSON.stringify({ devDependencies: { msw: "3.0.5" } }));
  await writeFile(join(root, "LICENSE"), "MIT License\n");
  await writeFile(join(root, "given.yaml"), await petsText(change));
  return root;
}

async function run(root: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const say = (line: string): void => void lines.push(line);
  const code = await runNewPlatform(args, { folder: root, out: say, error: say, format: async (_file, text) => text });
  return { code, said: lines.join("\n") };
}

test("writes a specification and a package, and says what is left to do", async () => {
  const root = await emptyRepository();
  const { code, said } = await run(root, "pet-shop", "--from", "given.yaml", ...known, "--title", "The Shop");
  expect({ code, said }).toEqual({
    code: 0,
    said: expect.stringMatching(/^Wrote specs\/pet-shop and packages\/pet-shop, \d+ files\.\nNext: /),
  });
  expect(said).toContain("  - getPet (GET /pets/{petId})");
  const manifest: unknown = JSON.parse(await readFile(join(root, "packages/pet-shop/package.json"), "utf8"));
  expect(manifest).toMatchObject({ name: "@labelwire/pet-shop", devDependencies: { msw: "3.0.5" } });
  const source = await readFile(join(root, "packages/pet-shop/src/platform.ts"), "utf8");
  expect(source).toContain('export const petShop: PlatformDefinition<"pet-shop", PetShopCredentials, {}>');
  expect(source).toContain('title: "The Shop"');
  expect(source).toContain('servers: { hosted: "https://pets.example.com/v1" }');
});

test.each([
  ["no name", [], 2, "One platform has to be named."],
  ["a name that is no folder's", ["../pets", "--from", "given.yaml"], 2, "in kebab-case"],
  ["a name that code cannot have", ["class", "--from", "given.yaml", ...known], 2, "no reserved word"],
  [
    "an address with a token",
    ["pets", "--from", "given.yaml", ...known, "--url", "https://pets.example.com/openapi.yaml?token=canary"],
    2,
    "--url is an http: or https: URL without a credential.",
  ],
  ["nothing to read", ["pets"], 2, "--from is missing."],
  ["no licence", ["pets", "--from", "given.yaml", "--url", "https://pets.example.com"], 1, "pass --licence"],
  ["no file", ["pets", "--from", "missing.yaml", ...known], 1, "the file does not exist"],
  ["the name of a package", ["core", "--from", "given.yaml", ...known], 1, "packages/core: it is there already"],
])("%s is refused, and nothing is written", async (_name, args, expected, message) => {
  const root = await emptyRepository();
  const before = await readTree(root);
  const { code, said } = await run(root, ...args);
  expect(code).toBe(expected);
  expect(said).toContain(message);
  expect(await readTree(root)).toEqual(before);
});

test("a description without a whole server URL needs one", async () => {
  const root = await emptyRepository((text) => text.replace("https://pets.example.com/v1", "/v1"));
  expect(await run(root, "pets", "--from", "given.yaml", ...known)).toEqual({
    code: 1,
    said: "--server: the description names no server by a whole URL. To mend: pass --server with the platform's base URL.",
  });
  expect(
    (await run(root, "pets", "--from", "given.yaml", ...known, "--server", "https://pets.example.com/v2/")).code,
  ).toBe(0);
  expect(await readFile(join(root, "packages/pets/src/platform.ts"), "utf8")).toContain(
    'hosted: "https://pets.example.com/v2"',
  );
});
