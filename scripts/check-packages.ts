import { fileURLToPath } from "node:url";
import { checkCoreFiles } from "./checks/core-files.ts";
import { checkDependencies } from "./checks/dependencies.ts";
import { checkExportsMap } from "./checks/exports-map.ts";
import { checkFileNames } from "./checks/file-names.ts";
import { checkPackageShape } from "./checks/package-shape.ts";
import { checkPlatformNames } from "./checks/platform-names.ts";
import { checkPublicNames } from "./checks/public-names.ts";
import { checkReliabilityLinks } from "./checks/reliability-links.ts";
import { openRepository } from "./checks/repository.ts";
import { checkSourceText } from "./checks/source-text.ts";
import { checkSummaries } from "./checks/summaries.ts";

const rules = [
  checkPackageShape,
  checkExportsMap,
  checkPublicNames,
  checkDependencies,
  checkCoreFiles,
  checkPlatformNames,
  checkFileNames,
  checkSourceText,
  checkSummaries,
  checkReliabilityLinks,
];

const repository = openRepository(fileURLToPath(new URL("..", import.meta.url)));
const findings = rules.flatMap((rule) => rule(repository));

for (const { file, problem, mend } of findings) console.error(`${file}: ${problem}.\n  ${mend}`);
if (findings.length > 0) {
  console.error(`\ncheck-packages: ${findings.length} ${findings.length === 1 ? "finding" : "findings"}.`);
  process.exitCode = 1;
} else {
  console.log(`check-packages: ${rules.length} rules hold.`);
}
