import { globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { nodeBinary } from "./matrix/node-binary.ts";
import { runtimes } from "./matrix/runtimes.ts";
import { reportTests } from "./steps/report-tests.ts";
import { runCheck } from "./steps/run-check.ts";
import type { Step } from "./steps/step.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "labelwire-matrix-"));
const consumer = join(folder, "consumer");

const compilers = ["typescript-5.9", "typescript", "typescript-7"];
const nodes = ["22", "24", "26"];
/** The oldest that packages accept, and the last before 3, which `pnpm check` runs with. */
const mswVersions = ["2.11.0", "2.15.0"];

const onNode = (version: string): readonly Step[] => {
  const home = join(folder, `node-${version}`);
  const testReport = join(folder, `node-${version}.json`);
  const node = join(home, nodeBinary);
  const load: Step = {
    name: `node-${version}`,
    command: ["node", "scripts/matrix/run-on-node.ts", version, home, consumer],
    after: ["install"],
  };
  const test: Step = {
    name: `test-node-${version}`,
    command: [node, "node_modules/vitest/vitest.mjs", "run", "packages/", ...reportTests(testReport)],
    after: [load.name],
    testReport,
    alone: true,
  };
  // `pnpm check` has run the tests on Node 24.
  return version === "24" ? [load] : [load, test];
};

const on = (runtime: string): Step => ({
  name: runtime,
  command: ["node", "scripts/matrix/run-on-runtime.ts", runtime, join(folder, runtime), consumer],
  after: ["install"],
});

/** Tests that have a configuration of their own. */
const underConfig = (name: string, config: string): Step => {
  const testReport = join(folder, `${name}.json`);
  return {
    name,
    command: ["vitest", "run", `--config=${config}`, ...reportTests(testReport)],
    testReport,
    alone: true,
  };
};

/** The tests of a package or an example that run in a browser, by the configuration that says which. */
const inChromium = (config: string): Step => underConfig(`chromium-${config.split("/")[1] ?? ""}`, config);

const withMsw = (version: string): Step => {
  const testReport = join(folder, `report-${version}.json`);
  return {
    name: `msw-${version}`,
    command: ["node", "scripts/matrix/test-with-msw.ts", version, join(folder, `copy-${version}`), testReport],
    testReport,
    alone: true,
  };
};

/** Every operation function through a proxy that validates, which a package brings along in a workspace of its own. */
const throughPrism = (config: string): readonly Step[] => {
  const name = config.split("/")[1] ?? "";
  const home = join(dirname(config), "proxy");
  const install: Step = {
    name: `install-prism-${name}`,
    command: ["pnpm", "install", "--frozen-lockfile", "--ignore-scripts", "--silent", "--dir", home],
  };
  return [install, { ...underConfig(`prism-${name}`, config), after: [install.name] }];
};

const find = (pattern: string): readonly string[] => globSync(pattern, { cwd: root }).sort();

const compileWith = (compiler: string): Step => ({
  name: compiler,
  command: ["node", "scripts/matrix/compile-consumer.ts", compiler, consumer],
  after: ["install"],
});

try {
  await runCheck("test:matrix", [
    { name: "build", command: ["turbo", "run", "build", "--output-logs=errors-only"] },
    { name: "install", command: ["node", "scripts/matrix/install-consumer.ts", consumer], after: ["build"] },
    ...compilers.map(compileWith),
    {
      name: "declarations",
      command: ["node", "scripts/matrix/emit-declarations.ts", consumer, join(folder, "pnpm"), ...compilers],
      after: ["install"],
    },
    { name: "bundlers", command: ["node", "scripts/matrix/bundle-consumer.ts", consumer], after: ["install"] },
    { name: "outside", command: ["pnpm", "run", "test:outside"], after: ["build"] },
    ...nodes.flatMap(onNode),
    ...Object.keys(runtimes).map(on),
    ...find("{packages,examples}/*/test/runtimes/chromium-config.ts").map(inChromium),
    ...find("packages/*/test/prism/vitest-config.ts").flatMap(throughPrism),
    ...mswVersions.map(withMsw),
    { name: "naive", command: ["node", "scripts/test-naive.ts"], alone: true },
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
