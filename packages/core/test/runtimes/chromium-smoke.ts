import { expect, inject, test } from "vitest";
import { smokeChecks } from "./smoke.ts";

// The smoke in a browser: see chromium.config.ts.
test.each(smokeChecks)("$name", async ({ run }) => {
  await expect(run(inject("place"))).resolves.toBeUndefined();
});
