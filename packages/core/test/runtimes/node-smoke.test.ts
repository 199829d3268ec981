import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { smokeChecks } from "./smoke.ts";
import { startSmokeServer } from "./smoke-server.ts";

// What the other runtimes run (pnpm test:matrix) is tried here first.
test.each(smokeChecks)("in every runtime $name", async ({ run }) => {
  const { close, ...place } = await startSmokeServer();
  const folder = await mkdtemp(path.join(os.tmpdir(), "smoke-"));
  onTestFinished(async () => {
    await close();
    await rm(folder, { recursive: true });
  });
  await expect(run({ ...place, folder })).resolves.toBeUndefined();
});
