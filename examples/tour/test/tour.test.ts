import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));

test("the tour of all platforms succeeds, ends by itself and leaves its files", { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "labelwire-tour-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const parameters = ["--conditions=@labelwire/source", main];
  // A server or a connection that is left open would keep the process from ending.
  const { stdout } = await promisify(execFile)(process.execPath, parameters, { cwd: folder, timeout: 110_000 });
  const table = stdout.slice(stdout.lastIndexOf("platform "));
  for (const platform of ["CVAT", "Ango Hub", "Stardust", "Blue Guardrails"]) {
    expect(table).toMatch(new RegExp(`^${platform} `, "m"));
  }
  expect(table).toContain("358183635683250176 came back whole");
  expect(table).toMatch(/\d+ shown, 0 failed/);
  const files = await readdir(join(folder, "out"));
  expect(files.filter((file) => file.endsWith(".zip"))).toHaveLength(2);
  expect(files).toEqual(expect.arrayContaining(["stardust-results.json", "stardust-tasks.jsonl"]));
});
