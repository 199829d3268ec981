import { expect, inject, test } from "vitest";
import { smokeChecks } from "./smoke.ts";

// The smoke in a browser: see chromium-config.ts.
test.each(smokeChecks)("in Chromium $name", async ({ run }) => {
  await expect(run(inject("place"))).resolves.toBeUndefined();
});
