import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkBlocks } from "./check-blocks.ts";
import { extractBlocks } from "./extract-blocks.ts";
import { joinBlocks } from "./join-blocks.ts";
import { consumer, root, temporaryFolder } from "./testing.ts";

const server = `
import { createServer } from "node:http";
export async function startServer() {
  const server = createServer((request, response) => response.end(request.headers.host + " " + request.url));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = "http://127.0.0.1:" + server.address().port;
  return { origins: { "https://pets.example": address }, environment: { PET: "cat" }, close: () => server.close() };
}`;

/** Checks the blocks of a document against a package that asks a server for a pet. */
function check(document: string): Promise<void> {
  const folder = temporaryFolder({
    ...consumer,
    "outside/server.ts": server,
    "outside/prelude.ts": "export const one = 1;",
  });
  const modules = joinBlocks(extractBlocks("README.md", document), "export const one = 1;");
  return checkBlocks({ root, folder, modules, run: modules, outside: join(folder, "outside") });
}

describe("checkBlocks", { timeout: 60_000 }, () => {
  test("runs blocks one after the other, against the server that stands for the host", async () => {
    const document = `# Pets
\`\`\`ts
import { getPet } from "@acme/pets";
const pet: string = await getPet();
\`\`\`
Then:
\`\`\`ts
if (!/^127.0.0.1:[0-9]+ .pet$/.test(pet) || process.env["PET"] !== "cat" || one !== 1) throw new Error(pet);
\`\`\``;
    await expect(check(document)).resolves.toBeUndefined();
  });

  test("names the line of the document that does not compile", async () => {
    const document = '# Pets\n```ts\nimport { getPet } from "@acme/pets";\nconst pet: number = await getPet();\n```';
    await expect(check(document)).rejects.toThrow(/README\.md:4 \(7\): error TS2322/);
  });

  test("names a value that the reader would have to guess", async () => {
    await expect(check("```ts\nconsole.log(token);\n```")).rejects.toThrow(/README\.md:2 .*Cannot find name 'token'/);
  });

  test("names the block that does not run, and why", async () => {
    const document = '# Pets\n```ts\nthrow new Error("no pets today");\n```';
    await expect(check(document)).rejects.toThrow(/README\.md:3 does not run[^]*no pets today/);
  });

  test("lets nothing out to a host that the server does not stand for", async () => {
    const document = '```ts\nimport { getPet } from "@acme/pets";\nawait getPet("https://elsewhere.example");\n```';
    await expect(check(document)).rejects.toThrow(/elsewhere\.example is not among the hosts/);
  });

  test("runs a test with vitest, and sees it fail", async () => {
    const passing = 'import { expect, test } from "vitest";\ntest("one", () => expect(1).toBe(1));';
    await expect(check(`\`\`\`ts\n${passing}\n\`\`\``)).resolves.toBeUndefined();
    await expect(check(`\`\`\`ts\n${passing.replace("toBe(1)", "toBe(2)")}\n\`\`\``)).rejects.toThrow(
      /expected 1 to be 2/,
    );
  });
});
