import { execFile, execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const run = promisify(execFile);
/** A name that nothing in the repository has, so that the search for platforms' names means something. */
const platform = "quokka-pen";

const description = JSON.stringify({
  openapi: "3.0.3",
  info: { title: "Quokkas", version: "1.0.0", license: { name: "MIT" } },
  servers: [{ url: "https://quokka.example.com/v1" }],
  security: [{ key: [] }],
  paths: {
    "/quokkas": {
      get: {
        operationId: "list_quokkas",
        summary: "Not ours.",
        responses: answer(200, { type: "array", items: pet() }),
      },
      post: {
        operationId: "create_quokka",
        requestBody: { required: true, content: { "application/json": { schema: pet() } } },
        responses: answer(201, pet()),
      },
    },
    "/quokkas/{id}": {
      get: {
        operationId: "get_quokka",
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" } }],
        responses: answer(200, pet()),
      },
    },
  },
  components: {
    securitySchemes: { key: { type: "apiKey", in: "header", name: "x-quokka-key" } },
    schemas: {
      Quokka: { type: "object", required: ["id"], properties: { id: { type: "integer" }, name: { type: "string" } } },
    },
  },
});

const summaries = [
  ["/quokkas", "get", "Everyone who lives in the pen, oldest first."],
  ["/quokkas", "post", "Takes in a newcomer."],
  ["/quokkas/{id}", "get", "Who somebody is, by the number on the ear tag."],
] as const;

function pet(): object {
  return { $ref: "#/components/schemas/Quokka" };
}

function answer(status: number, schema: object): object {
  return { [status]: { description: "", content: { "application/json": { schema } } } };
}

/** The repository without its platforms, in a folder of its own; what is installed is shared. */
async function copyRepository(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "labelwire-platform-")));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  const files = [...new Set(listed.split("\0"))].filter(
    (file) =>
      file !== "" &&
      /^(?:packages\/(?:core|codegen)|scripts|docs)\/|^[^/]+$/.test(file) &&
      // This file names the platform.
      file !== "scripts/new-platform.test.ts",
  );
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(join(root, file), join(folder, file)).catch(ignoreMissing);
  }
  await dropForeignPromises(join(folder, "docs/reliability.md"));
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  for (const name of ["core", "codegen"]) {
    await symlink(join(root, "packages", name, "node_modules"), join(folder, "packages", name, "node_modules"));
  }
  execFileSync("git", ["init", "--quiet"], { cwd: folder });
  // The pattern in .gitignore is for folders, and these are links.
  await writeFile(join(folder, ".git/info/exclude"), "node_modules\n");
  return folder;
}

/** What the platforms promise is held by tests that stay behind with them. */
async function dropForeignPromises(page: string): Promise<void> {
  const lines = (await readFile(page, "utf8")).split("\n");
  await writeFile(page, lines.filter((line) => !/packages\/(?!core|codegen)/.test(line)).join("\n"));
}

/** Somebody else may be removing a file that git still lists. */
function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
}

/** What `pnpm install` would link. */
async function install(folder: string): Promise<void> {
  const modules = join(folder, "packages", platform, "node_modules");
  await mkdir(join(modules, "@labelwire"), { recursive: true });
  await symlink(join(folder, "packages/core"), join(modules, "@labelwire/core"));
  await symlink(await realpath(join(root, "packages/core/node_modules/msw")), join(modules, "msw"));
}

async function node(folder: string, ...args: string[]): Promise<string> {
  try {
    const { stdout } = await run(process.execPath, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  } catch (error) {
    const output =
      error instanceof Error && "stdout" in error && "stderr" in error
        ? `${String(error.stdout)}${String(error.stderr)}`
        : "";
    throw new Error(`${args.join(" ")} failed:\n${output}`);
  }
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

test("a new platform's package is green, and no other file was touched", { timeout: 540_000 }, async () => {
  const folder = await copyRepository();
  await writeFile(join(folder, "quokka.json"), description);
  const before = await listFiles(folder);
  const generate = ["--conditions=@labelwire/source", "packages/codegen/src/cli.ts", "generate", platform];

  const create = ["--conditions=@labelwire/source", "scripts/new-platform.ts", platform];
  const given = ["--from", "quokka.json", "--url", "https://quokka.example.com/openapi.json"];
  // The command is this copy's own, so that it writes here.
  const said = await node(folder, ...create, ...given);
  expect(said).toContain(
    `Next: pnpm install, a summary of our own for each of these in specs/${platform}/overlay.yaml`,
  );
  const written = (await listFiles(folder)).filter((file) => !before.includes(file));
  expect(
    written.filter(
      (file) =>
        !file.startsWith(join(folder, "specs", platform)) && !file.startsWith(join(folder, "packages", platform)),
    ),
  ).toEqual([]);
  await expect(node(folder, ...create, ...given)).rejects.toThrow("it is there already");

  const overlay = join(folder, "specs", platform, "overlay.yaml");
  const actions = summaries.map(
    ([path, method, summary]) => `  - target: $.paths['${path}'].${method}\n    update:\n      summary: ${summary}\n`,
  );
  await writeFile(overlay, (await readFile(overlay, "utf8")).replace("actions: []\n", `actions:\n${actions.join("")}`));
  await install(folder);
  await rm(join(folder, "quokka.json"));
  await node(folder, ...generate);

  const checks = [
    [...generate, "--check"],
    ["scripts/check-packages.ts"],
    ["node_modules/prettier/bin/prettier.cjs", "--check", `packages/${platform}`, `specs/${platform}`],
    ["node_modules/eslint/bin/eslint.js", "--max-warnings", "0", `packages/${platform}`],
    ["node_modules/typescript-5.9/bin/tsc", "-p", `packages/${platform}/tsconfig.json`],
    ["node_modules/typescript/bin/tsc", "-p", `packages/${platform}/tsconfig.json`],
    ["node_modules/typescript-7/bin/tsc", "-p", `packages/${platform}/tsconfig.json`],
    ["node_modules/vitest/vitest.mjs", "run", `packages/${platform}`],
  ];
  for (const check of checks) await node(folder, ...check);
});
