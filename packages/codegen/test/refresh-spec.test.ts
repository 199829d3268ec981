import { appendFile, cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { runCli } from "../src/run-cli.ts";
import { runRefresh } from "../src/run-refresh.ts";
import { petsText, readTree, refreshPets } from "./refresh-repository.ts";
import { petsFolder, temporaryFolder, writeRepository } from "./write-repository.ts";

const keys = { licence: "MIT", url: "https://pets.example.com/openapi.yaml" };

async function fileWith(text: string): Promise<string> {
  const path = join(await temporaryFolder(), "given.yaml");
  await writeFile(path, text);
  return path;
}

/** A repository whose pets are canonical already. */
async function refreshedRepository(): Promise<string> {
  const root = await writeRepository();
  await refreshPets(root, await fileWith(await petsText()), keys);
  return root;
}

async function readSource(root: string): Promise<unknown> {
  return JSON.parse(await readFile(join(root, "specs/pets/source.json"), "utf8"));
}

describe("a refresh", () => {
  test("writes the interface, where it is from, and the package; again, nothing", async () => {
    const root = await writeRepository();
    const given = await fileWith(
      await petsText((text) => text.replace("operationId: getPet", "summary: Theirs.\n      operationId: getPet")),
    );
    const first = await refreshPets(root, given, keys);
    expect(first.error).toBe("");
    expect(first.report).toMatch(
      /^specs\/pets: 1\.2\.0, from https:\/\/pets\.example\.com\/openapi\.yaml\nNo change that a user would notice: 8 operations/,
    );
    expect(first.report).toMatch(
      /Wrote specs\/pets\/openapi\.yaml, specs\/pets\/source\.json, packages\/pets\/src\/generated\/schema\.ts, /,
    );
    const text = await readFile(join(root, "specs/pets/openapi.yaml"), "utf8");
    expect(text).not.toContain("Theirs");
    expect(await readSource(root)).toEqual({
      kind: "upstream",
      version: "1.2.0",
      date: "2026-02-03",
      ...keys,
      sha256: expect.any(String),
    });
    const lines: string[] = [];
    const code = await runCli(["generate", "pets", "--check"], {
      folder: root,
      out: () => {},
      error: (line) => lines.push(line),
    });
    expect({ code, lines }).toEqual({ code: 0, lines: [] });

    const before = await readTree(root);
    const again = await refreshPets(root, given, { clock: () => new Date("2027-01-01T00:00:00Z") });
    expect(again.report).toMatch(/Everything is up to date\.$/);
    expect(await readTree(root)).toEqual(before);
    // Its own output is an interface like any other.
    expect((await refreshPets(root, "specs/pets/openapi.yaml")).report).toMatch(/Everything is up to date\.$/);
    expect(await readTree(root)).toEqual(before);
  });

  test("says what changed, the breaking part first, and what has no sentence yet", async () => {
    const root = await refreshedRepository();
    const given = await fileWith(
      await petsText((text) =>
        text
          .replace("version: 1.2.0", "version: 1.3.0")
          .replace("operationId: getPet", "operationId: findPet")
          .replace(
            "  /pets/{petId}:\n",
            '  /toys:\n    get: { operationId: listToys, responses: { "204": { description: "" } } }\n  /pets/{petId}:\n',
          )
          .replace("maximum: 100", "maximum: 50"),
      ),
    );
    const settings = join(root, "specs/pets/codegen.json");
    await writeFile(settings, (await readFile(settings, "utf8")).replace('"getPet"', '"findPet"'));
    const { report, error } = await refreshPets(root, given);
    expect(error).toBe("");
    expect(report.split("\nOperations without")[0]).toBe(
      [
        "specs/pets: 1.2.0 → 1.3.0, from https://pets.example.com/openapi.yaml",
        "3 changes: 9 operations, 5 schemas.",
        "Breaking (1):",
        "  - findPet (GET /pets/{petId}) was called getPet",
        "Added (1):",
        "  - listToys (GET /toys)",
        "Changed (1):",
        "  - pets_list: query parameter per_page: maximum is 50, was 100",
      ].join("\n"),
    );
    expect(report).toContain("Operations without a summary of ours, which overlay.yaml has to give (7):");
    expect(report).toContain("  - listToys (GET /toys)");
    expect(await readSource(root)).toMatchObject({ version: "1.3.0", date: "2026-02-03" });
  });

  test("what the overlay and the settings no longer fit leaves the tree as it is, and --keep writes the interface alone", async () => {
    const root = await refreshedRepository();
    const given = await fileWith(
      await petsText((text) =>
        text.replaceAll("/pets/search", "/pets/find").replace("operationId: searchPets", "operationId: findPets"),
      ),
    );
    const before = await readTree(root);
    const refused = await refreshPets(root, given);
    expect(refused.report).toContain("No longer fits (2):");
    expect(refused.error.split("\n")).toEqual([
      expect.stringMatching(
        /^specs\/pets\/overlay\.yaml#\/actions\/2: action 2 \(target \$\.paths\['\/pets\/search'\]\.post\) matches nothing; its reason: It reads, though it is a POST\. To mend: /,
      ),
      expect.stringMatching(
        /^specs\/pets\/codegen\.json#\/pagination\/1\/operations: there is no operation "searchPets"/,
      ),
      expect.stringMatching(
        /^specs\/pets: nothing was written\. To mend: pass --keep to write specs\/pets\/openapi\.yaml and source\.json/,
      ),
    ]);
    expect(await readTree(root)).toEqual(before);

    const kept = await refreshPets(root, given, { keep: true });
    expect(kept.error).toBe("");
    expect(kept.report).toMatch(
      /Wrote specs\/pets\/openapi\.yaml, specs\/pets\/source\.json\.\nThe package was not regenerated\. Mend the above in specs\/pets, then run pnpm generate pets\.$/,
    );
    const after = await readTree(root);
    const changed = [...after.keys()].filter((file) => after.get(file) !== before.get(file));
    expect(changed).toEqual([join(root, "specs/pets/openapi.yaml"), join(root, "specs/pets/source.json")]);
  });

  test("an interface without what a client needs is kept on demand too, so that the overlay can give it", async () => {
    const root = await refreshedRepository();
    const given = await fileWith(await petsText((text) => text.replace("      operationId: getPet\n", "")));
    const refused = await refreshPets(root, given);
    expect(refused.error).toMatch(/openapi\.yaml#\/paths\/~1pets~1\{petId\}\/get: the operation has no operationId/);
    expect((await refreshPets(root, given, { keep: true })).report).toContain("Wrote specs/pets/openapi.yaml");
  });

  test("leaves out what OpenAPI does not know, and says so", async () => {
    const root = await refreshedRepository();
    const { report } = await refreshPets(root, await fileWith(await petsText((text) => `${text}\nnotes: { a: b }\n`)));
    expect(report).toContain("Left out, since OpenAPI does not know it (1):\n  - /notes\n");
    expect(report).toMatch(/Everything is up to date\.$/);
  });

  test("a first refresh takes the licence of the description, or asks for one", async () => {
    const root = await writeRepository();
    const source = join(root, "specs/pets/source.json");
    await writeFile(source, "not JSON: [");
    const given = await fileWith(await petsText());
    expect((await refreshPets(root, given)).error.split("\n")).toEqual([
      "specs/pets/source.json: nothing says the url of the description. To mend: pass --url with its public address.",
      'specs/pets/source.json: nothing says the licence of the description. To mend: pass --licence, such as "MIT", or "none stated".',
    ]);
    const licensed = await fileWith(
      await petsText((text) => text.replace("title: Pets", "title: Pets\n  license: { name: Apache 2.0 }")),
    );
    expect((await refreshPets(root, licensed, { url: keys.url })).error).toBe("");
    expect(await readSource(root)).toMatchObject({ kind: "upstream", licence: "Apache 2.0" });
  });

  test("of a part writes the part's folder and its part of the package, and leaves those of the whole", async () => {
    const root = await refreshedRepository();
    await cp(petsFolder, join(root, "specs/pets/farm"), { recursive: true });
    await cp(join(root, "specs/pets/source.json"), join(root, "specs/pets/farm/source.json"));
    const given = await fileWith(await petsText((text) => text.replace("version: 1.2.0", "version: 1.3.0")));
    const before = await readTree(root);
    const { report, error } = await refreshPets(root, given, { platform: "pets/farm" });
    expect(error).toBe("");
    expect(report).toMatch(/^specs\/pets\/farm: 1\.2\.0 → 1\.3\.0/);
    const after = await readTree(root);
    const changed = [...after.keys()].filter((file) => after.get(file) !== before.get(file));
    const folders = new Set(changed.map((file) => relative(root, dirname(file)).split(sep).join("/")));
    expect([...folders]).toEqual(["packages/pets/src/farm/generated", "specs/pets/farm"]);
    expect(JSON.parse(after.get(join(root, "specs/pets/farm/source.json")) ?? "")).toMatchObject({ version: "1.3.0" });
    expect(await readSource(root)).toMatchObject({ version: "1.2.0" });
    const operations = after.get(join(root, "packages/pets/src/farm/generated/operations.ts"));
    expect(operations).toContain("run: pnpm generate pets/farm\n");
    const lines: string[] = [];
    const environment = { folder: root, out: () => {}, error: (line: string) => lines.push(line) };
    expect(await runCli(["generate", "pets/farm", "pets", "--check"], environment)).toBe(0);
    expect(lines).toEqual([]);
  });

  test("an address that names the old version is pointed out", async () => {
    const root = await refreshedRepository();
    const tagged = "https://pets.example.com/v1.2.0/openapi.yaml";
    await refreshPets(root, await fileWith(await petsText()), { url: tagged });
    const { report } = await refreshPets(
      root,
      await fileWith(await petsText((text) => text.replace("version: 1.2.0", "version: 1.3.0"))),
    );
    expect(report).toContain("The address still names 1.2.0: pass --url with the new one.");
  });
});

const deep = `openapi: 3.0.3\ninfo: ${"{ a: ".repeat(3000)}1${" }".repeat(3000)}`;
const laughs = Array.from(
  { length: 12 },
  (_, level) => `x${level + 1}: &x${level + 1} [${Array(10).fill(`*x${level}`).join(", ")}]`,
);

test.each<[string, string | ((pets: string) => string), RegExp]>([
  [
    "a page of HTML",
    "<!doctype html><title>Log in</title>",
    /given\.yaml: it is HTML or XML\. To mend: pass the description itself/,
  ],
  ["nothing", " \n", /it is empty/],
  ["no YAML", "openapi: [", /given\.yaml:1:\d+: not YAML/],
  ["half of it", (pets) => JSON.stringify({ openapi: "3.0.3", pets }).slice(0, -20), /given\.yaml:\d+:\d+: not YAML/],
  ["no description", "hello: world", /given\.yaml#\/openapi: it has no OpenAPI version/],
  ["a list", "- 1", /the document is not an object/],
  ["Swagger 2", 'swagger: "2.0"', /it is Swagger 2/],
  [
    "no paths",
    "openapi: 3.0.3\ninfo: { title: A, version: '1' }\npaths: {}",
    /given\.yaml#\/paths: there are no paths/,
  ],
  ["what is nested too deeply", deep, /nested too deeply/],
  ["aliases of aliases", `x0: &x0 [x]\n${laughs.join("\n")}`, /holds more than 5000000 values/],
  ["an alias that holds itself", "openapi: &a { b: *a }", /an alias holds itself|not usable YAML/],
  [
    "the prototype of objects",
    (pets) => `${pets}\n    __proto__: { type: object }\n`,
    /__proto__: a member is called __proto__/,
  ],
  [
    "a reference to a file",
    (pets) => pets.replace("#/components/schemas/Kind", "./kind.yaml"),
    /leaves this file; files and hosts are never read/,
  ],
  [
    "a reference to a host",
    (pets) => pets.replace("#/components/schemas/Kind", "https://evil.example.com/kind.yaml"),
    /leaves this file/,
  ],
  [
    "a reference to nothing",
    (pets) => pets.replace("#/components/schemas/Kind", "#/components/schemas/Sort"),
    /names nothing/,
  ],
  [
    "a reference to itself",
    (pets) => `${pets}\n    Loop: { $ref: "#/components/schemas/Loop" }\n`,
    /leads only to itself/,
  ],
  [
    "two operations of one name",
    (pets) => pets.replace("operationId: getPet", "operationId: pets_list"),
    /operationId: the operationId "pets_list" is that of \/paths\/~1pets\/get\/operationId too/,
  ],
  ["bytes", "\u0000\u0001\u0002PK", /not YAML|not an object/],
])("%s is refused with what to do, and the tree stays as it is", async (_name, given, message) => {
  const root = await refreshedRepository();
  const before = await readTree(root);
  const pets = await petsText();
  const path = await fileWith(typeof given === "string" ? given : given(pets));
  for (const keep of [false, true]) {
    const { error } = await refreshPets(root, path, { keep });
    expect(error).toMatch(message);
    expect(error).toContain("To mend: ");
  }
  expect(await readTree(root)).toEqual(before);
});

test("what is no text of a fitting size is not read", async () => {
  const root = await refreshedRepository();
  const before = await readTree(root);
  const folder = await temporaryFolder();
  await mkdir(join(folder, "folder"));
  await writeFile(join(folder, "latin"), Buffer.from([0x61, 0xe4, 0x0a]));
  await writeFile(join(folder, "large"), "a".repeat(2000));
  const errors = [
    await refreshPets(root, join(folder, "missing")),
    await refreshPets(root, join(folder, "folder")),
    await refreshPets(root, "/dev/zero"),
    await refreshPets(root, join(folder, "latin")),
    await refreshPets(root, join(folder, "large"), { maxBytes: 1999 }),
  ].map(({ error }) => error.replace(/^.*?: /, "").split(". To mend:")[0]);
  expect(errors).toEqual([
    "the file does not exist",
    "it is not a file",
    "it is not a file",
    "it is not text in UTF-8",
    "it is larger than 0 MiB",
  ]);
  expect(await readTree(root)).toEqual(before);
});

test("the overlay itself has to be one", async () => {
  const root = await refreshedRepository();
  await appendFile(join(root, "specs/pets/overlay.yaml"), "  - nonsense: true\n");
  const before = await readTree(root);
  expect((await refreshPets(root, await fileWith(await petsText()), { keep: true })).error).toContain(
    "the action names no target",
  );
  expect(await readTree(root)).toEqual(before);
});

describe("spec:refresh", () => {
  async function run(root: string, ...args: string[]): Promise<{ code: number; out: string; error: string }> {
    const lines = { out: [] as string[], error: [] as string[] };
    const code = await runRefresh(args, {
      folder: root,
      out: (line) => lines.out.push(line),
      error: (line) => lines.error.push(line),
    });
    return { code, out: lines.out.join("\n"), error: lines.error.join("\n") };
  }

  test("takes a path from the repository and tells what happened", async () => {
    const root = await writeRepository();
    await writeFile(join(root, "given.yaml"), await petsText());
    const { code, out, error } = await run(
      root,
      "pets",
      "--from",
      "given.yaml",
      "--version",
      "7",
      "--kind",
      "documented",
    );
    expect({ code, error }).toEqual({ code: 0, error: "" });
    expect(out).toMatch(/^specs\/pets: 1\.2\.0 → 7, from /);
    expect(await readSource(root)).toMatchObject({ kind: "documented", version: "7", licence: "MIT" });
  });

  test("explains a command line that makes no sense", async () => {
    const root = await writeRepository();
    const calls = [
      [],
      ["pets"],
      ["pets", "dogs", "--from", "x"],
      ["../pets", "--from", "x"],
      ["pets", "--from", "x", "--kind", "guessed"],
      ["pets", "--from", "x", "--url", "https://user:secret@pets.example.com/"],
      ["pets", "--fast"],
    ];
    for (const args of calls) {
      const { code, error } = await run(root, ...args);
      expect(code, args.join(" ")).toBe(2);
      expect(error).toContain("Usage: pnpm spec:refresh");
      expect(error).not.toContain("secret");
    }
    expect((await run(root, "--help")).code).toBe(0);
  });

  test("says how a platform comes to be", async () => {
    const { code, error } = await run(await writeRepository(), "dogs", "--from", "x");
    expect(code).toBe(1);
    expect(error).toBe(
      "specs/dogs: there is no such specification. To mend: check the name, or run pnpm new-platform dogs.",
    );
  });
});
