import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reportTests } from "./steps/report-tests.ts";
import { runCheck } from "./steps/run-check.ts";

const folder = mkdtempSync(join(tmpdir(), "labelwire-check-"));
const testReport = join(folder, "vitest.json");
const source = "--conditions=@labelwire/source";

// The quick and the telling first. Tests hold deadlines of milliseconds, so nothing runs beside them.
try {
  await runCheck("check", [
    { name: "build", command: ["turbo", "run", "build", "--output-logs=errors-only"] },
    { name: "check-packages", command: ["node", "scripts/check-packages.ts"] },
    { name: "generate", command: ["node", source, "packages/codegen/src/cli.ts", "generate", "--check"] },
    { name: "typecheck", command: ["turbo", "run", "typecheck", "//#typecheck:root", "--output-logs=errors-only"] },
    { name: "lint", command: ["eslint", "--max-warnings", "0", "."] },
    { name: "format", command: ["prettier", "--check", "--log-level", "warn", "."] },
    { name: "check-size", command: ["node", "scripts/check-size.ts"], after: ["build"] },
    { name: "pack-check", command: ["node", "scripts/pack-check.ts"], after: ["build"] },
    {
      name: "test",
      command: ["vitest", "run", ...reportTests(testReport)],
      testReport,
      alone: true,
    },
  ]);
} finally {
  rmSync(folder, { recursive: true });
}
