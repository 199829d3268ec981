import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { judgeReport, type NaiveReport } from "./naive/judge-report.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "labelwire-naive-"));
const chosen = process.argv.slice(2);
const reportFile = join(folder, "vitest.json");

try {
  // The output is of no use: all of it is failures, and those are wanted. A naive loop ends with the time of its test.
  const { stderr } = spawnSync(
    "vitest",
    [
      "run",
      ...(chosen.length > 0 ? chosen : ["packages/core/test/hazards/"]),
      "--testTimeout=8000",
      "--reporter=json",
      `--outputFile=${reportFile}`,
    ],
    { cwd: root, env: { ...process.env, LABELWIRE_SUBJECT: "naive" }, encoding: "utf8", maxBuffer: 2 ** 28 },
  );
  if (!existsSync(reportFile)) throw new Error(`vitest left no report. ${stderr}`);
  // The reporter is vitest's own, and the version is pinned.
  const { failed, total, survivors, faults } = judgeReport(JSON.parse(readFileSync(reportFile, "utf8")) as NaiveReport);
  for (const survivor of survivors) console.error(`survived: ${survivor}`);
  for (const fault of faults) console.error(`not a proof: ${fault}`);
  console.log(`naive fails ${failed} of ${total}`);
  if (total === 0 || failed < total || faults.length > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
