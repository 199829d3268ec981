import { describe, expect, test } from "vitest";
import { checkEntries } from "./check-entries.ts";
import { consumer, root, temporaryFolder } from "./testing.ts";

const entries = [".", "./package.json"];

function check(files: Readonly<Record<string, string>>): Promise<void> {
  const folder = temporaryFolder({ ...consumer, ...files });
  return checkEntries({ root, folder, name: "@acme/pets", entries, surroundings: [["dom"], ["node"]] });
}

describe("checkEntries", { timeout: 60_000 }, () => {
  test("passes a package whose entries compile and load", async () => {
    await expect(check({})).resolves.toBeUndefined();
  });

  test("sees a type that only a browser has", async () => {
    const types = "export declare function getPet(canvas: HTMLCanvasElement): Promise<string>;\n";
    await expect(check({ "node_modules/@acme/pets/index.d.ts": types })).rejects.toThrow(
      /does not compile beside the types of node[^]*HTMLCanvasElement/,
    );
  });

  test("sees an entry that cannot be required", async () => {
    const code = "export const getPet = await Promise.resolve(() => undefined);\n";
    await expect(check({ "node_modules/@acme/pets/index.js": code })).rejects.toThrow(/does not load/);
  });
});
