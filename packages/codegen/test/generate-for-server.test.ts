import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseYaml } from "../src/parse-yaml.ts";
import { runCli } from "../src/run-cli.ts";
import { petsFolder, temporaryFolder } from "./write-repository.ts";

/** A user's project, with the client of the pets installed and the description of an own server. */
async function writeProject(change: (spec: string) => string = (spec) => spec): Promise<string> {
  const folder = await temporaryFolder();
  const installed = join(folder, "node_modules/@acme/pets");
  await mkdir(installed, { recursive: true });
  const manifest = {
    name: "@acme/pets",
    type: "module",
    exports: { "./codegen": { types: "./x.d.ts", default: "./codegen.js" } },
  };
  await writeFile(join(installed, "package.json"), JSON.stringify(manifest));
  const overlay = parseYaml(await readFile(join(petsFolder, "overlay.yaml"), "utf8"), "overlay.yaml");
  const settings = await readFile(join(petsFolder, "codegen.json"), "utf8");
  const entry = `export const overlay = ${JSON.stringify(overlay)};\nexport const settings = ${settings};\n`;
  await writeFile(join(installed, "codegen.js"), entry);
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "my-project", type: "module" }));
  await cp(join(petsFolder, "openapi.yaml"), join(folder, "openapi.yaml"));
  await writeFile(join(folder, "openapi.yaml"), change(await readFile(join(folder, "openapi.yaml"), "utf8")));
  return folder;
}

async function run(folder: string, ...args: string[]): Promise<{ code: number; out: string; error: string }> {
  const lines = { out: [] as string[], error: [] as string[] };
  const all = ["generate", "--platform", "@acme/pets", "--spec", "openapi.yaml", "--out", "src/pets", ...args];
  const code = await runCli(all, {
    folder,
    out: (line) => lines.out.push(line),
    error: (line) => lines.error.push(line),
  });
  return { code, out: lines.out.join("\n"), error: lines.error.join("\n") };
}

const withoutSearch = (spec: string) =>
  spec.replace(/ {2}\/pets\/search:[\s\S]*?(?= {2}\/pets\/\{petId\}\/photo:)/, "");

describe("labelwire generate, for a user's own server", () => {
  test("applies the client's corrections and imports the run time from the client", async () => {
    const folder = await writeProject();
    expect(await run(folder)).toEqual({
      code: 0,
      error: "",
      out: "src/pets: wrote schema.ts, operations.ts, openapi.json",
    });
    const operations = await readFile(join(folder, "src/pets/operations.ts"), "utf8");
    expect(operations).toContain('} from "@acme/pets";');
    expect(operations).toContain('from "./schema.js";');
    expect(operations).toContain("* Lists pets, newest first.");
    expect(operations).toContain('OptionalPagedOperation<"pets", PetsListInit, PetPage, Pet>');
    expect(operations).toMatch(
      /Do not edit; run: labelwire generate --platform @acme\/pets --spec openapi\.yaml --out src\/pets\n/,
    );
    expect(operations).not.toContain(folder);
    expect((await run(folder, "--check")).out).toBe("src/pets: up to date, 3 files");
  });

  test("takes the folder of a package as well", async () => {
    const folder = await writeProject();
    const code = await runCli(
      ["generate", "--platform", "./node_modules/@acme/pets", "--spec", "openapi.yaml", "--out", "out"],
      { folder, out: () => {}, error: () => {} },
    );
    expect(code).toBe(0);
    expect(await readFile(join(folder, "out/operations.ts"), "utf8")).toContain('} from "@acme/pets";');
  });

  test("a correction that does not fit the server's version is an error, or a warning where that is allowed", async () => {
    const folder = await writeProject(withoutSearch);
    const strict = await run(folder);
    expect(strict.code).toBe(1);
    expect(strict.error).toContain("action 2 (target $.paths['/pets/search'].post) matches nothing");
    expect(strict.error).toContain("To mend: pass --allow-unmatched if your server is of another version");
    const allowed = await run(folder, "--allow-unmatched");
    expect(allowed.code).toBe(0);
    expect(allowed.error.split("\n")).toEqual([
      expect.stringMatching(/^Warning: @acme\/pets\/codegen#\/actions\/2: /),
      expect.stringMatching(/^Warning: @acme\/pets\/codegen#\/pagination\/1\/operations/),
      "Warning: 2 of the client's corrections and settings found nothing here to work on.",
    ]);
    expect(allowed.error).not.toContain("To mend");
    const operations = await readFile(join(folder, "src/pets/operations.ts"), "utf8");
    expect(operations).toContain("petsList");
    expect(operations).not.toContain("searchPets");
    const [header = ""] = operations.split("\n");
    expect(header).toMatch(/run: labelwire generate .* --out src\/pets --allow-unmatched$/);
    expect((await run(folder, "--allow-unmatched", "--check")).out).toBe("src/pets: up to date, 3 files");
  });

  test("the command in a file's first line can be repeated where a list alone is not there", async () => {
    const folder = await writeProject();
    const pagination = [{ style: "single-page", operations: ["list_dogs"], items: "" }];
    const entry = `export const overlay = { overlay: "1.0.0", info: { title: "None", version: "1" }, actions: [] };
      export const settings = ${JSON.stringify({ platform: "pets", pagination })};\n`;
    await writeFile(join(folder, "node_modules/@acme/pets/codegen.js"), entry);
    expect((await run(folder)).error).toMatch(/there is no operation "list_dogs"\. To mend: pass --allow-unmatched/);
    expect((await run(folder, "--allow-unmatched")).code).toBe(0);
    expect(await readFile(join(folder, "src/pets/operations.ts"), "utf8")).toMatch(/^.* --allow-unmatched\n/);
    expect((await run(folder, "--allow-unmatched", "--check")).code).toBe(0);
  });

  test("a correction that the server has taken is passed over", async () => {
    const folder = await writeProject();
    await run(folder);
    const { error } = await run(folder, "--spec", "src/pets/openapi.json", "--out", "src/again", "--allow-unmatched");
    expect(error).not.toContain("changes nothing");
    const schema = (out: string) => readFile(join(folder, out, "schema.ts"), "utf8");
    const types = (text: string) => text.slice(text.indexOf("\n"));
    expect(types(await schema("src/again"))).toBe(types(await schema("src/pets")));
  });

  test("a correction that another platform's description cannot take is named, not a place in the user's file", async () => {
    const folder = await writeProject();
    const action = { target: "$.components.schemas", update: { Cage: { $ref: "#/components/schemas/Zoo" } } };
    const overlay = { overlay: "1.0.0", info: { title: "Zoo", version: "1" }, actions: [action] };
    const entry = `export const overlay = ${JSON.stringify(overlay)};\nexport const settings = { platform: "pets" };\n`;
    await writeFile(join(folder, "node_modules/@acme/pets/codegen.js"), entry);
    expect(await run(folder)).toEqual({
      code: 1,
      out: "",
      error:
        'openapi.yaml, corrected by @acme/pets/codegen#/components/schemas/Cage/$ref: the reference "#/components/schemas/Zoo" names nothing. To mend: give the description of a server of this platform, or install the client that fits its version.',
    });
  });

  test("writes over nothing that it has not written, the description least of all", async () => {
    const folder = await writeProject();
    const description = JSON.stringify(parseYaml(await readFile(join(folder, "openapi.yaml"), "utf8"), "openapi.yaml"));
    await writeFile(join(folder, "openapi.json"), description);
    const overwriting = await run(folder, "--spec", "openapi.json", "--out", ".");
    expect(overwriting).toMatchObject({ code: 1, out: "" });
    expect(overwriting.error).toBe(
      "./openapi.json: it is no generated file, and would be written over. To mend: give --out a folder of its own, or move the file.",
    );
    expect(await readFile(join(folder, "openapi.json"), "utf8")).toBe(description);
    await mkdir(join(folder, "src"));
    await writeFile(join(folder, "src/schema.ts"), "export const mine = 1;\n");
    expect((await run(folder, "--out", "src")).error).toMatch(/^src\/schema\.ts: it is no generated file/);
    expect(await readFile(join(folder, "src/schema.ts"), "utf8")).toBe("export const mine = 1;\n");
    expect((await run(folder, "--spec", ".")).error).toMatch(/^\.: the file cannot be read/);
  });

  test("nothing is fetched: an address in the place of the file is refused, and not repeated", async () => {
    const { code, error } = await run(await writeProject(), "--spec", "https://ada:secret@pets.example.com/schema");
    expect({ code, error }).toEqual({
      code: 1,
      error:
        "--spec: it is an address, and nothing is fetched. To mend: save what the server answers with there, and give the path of that file.",
    });
  });

  test("a folder that cannot be made is named", async () => {
    const { code, error } = await run(await writeProject(), "--out", "openapi.yaml");
    expect(code).toBe(1);
    expect(error).toMatch(/^EEXIST: .*openapi\.yaml'$/);
  });

  test("a description that was cut short is told by its first hundred faults", async () => {
    const schemas = Array.from({ length: 250 }, (_, index) => `    S${index}: { $ref: "#/components/schemas/Gone" }\n`);
    const { code, error } = await run(
      await writeProject((spec) => `${spec}\n`.replace(/^ {2}schemas:\n/m, (line) => line + schemas.join(""))),
      "--allow-unmatched",
    );
    expect(code).toBe(1);
    const lines = error.split("\n");
    expect(lines[0]).toMatch(/the reference "#\/components\/schemas\/Gone" names nothing/);
    expect(lines).toHaveLength(101);
    expect(lines.at(-1)).toBe("And 150 more.");
  });

  test("a package that is not there, or is no platform, is named", async () => {
    const folder = await writeProject();
    const lines: string[] = [];
    const environment = { folder, out: () => {}, error: (line: string) => lines.push(line) };
    const args = (platform: string) => ["generate", "--platform", platform, "--spec", "openapi.yaml", "--out", "out"];
    expect(await runCli(args("@acme/dogs"), environment)).toBe(1);
    await mkdir(join(folder, "empty"));
    expect(await runCli(args("./empty"), environment)).toBe(1);
    expect(lines).toEqual([
      "@acme/dogs: it is not installed here, or it has no entry ./codegen. To mend: install the client of your platform, and name its package, such as @labelwire/<platform>, or its folder.",
      "./empty: the folder has no package.json that can be read. To mend: install the client of your platform, and name its package, such as @labelwire/<platform>, or its folder.",
    ]);
  });

  test("a description that is not there, not YAML, or not OpenAPI is named with a mend", async () => {
    const texts = {
      "a: [1": /openapi\.yaml:1:\d+: not YAML: .* To mend: correct the syntax there\.$/,
      "swagger: '2.0'": /it is Swagger 2/,
      "- 1": /not an object/,
    };
    for (const [text, message] of Object.entries(texts)) {
      const { code, error } = await run(await writeProject(() => text), "--allow-unmatched");
      expect(code).toBe(1);
      expect(error).toMatch(message);
    }
  });
});
