import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { format } from "prettier";
import { clientSets, type ClientSet } from "./client-set.ts";
import { heyApi } from "./contenders/hey-api.ts";
import { labelwire } from "./contenders/labelwire.ts";
import { openapiFetch } from "./contenders/openapi-fetch.ts";
import { orval } from "./contenders/orval.ts";
import { measureGeneration } from "./measure-generation.ts";
import { measure, type Measurement, type MeasurePlan } from "./measure.ts";
import { readOperationCalls } from "./operation-call.ts";
import { ownMeasurements, ownTable, type OwnFigure } from "./own-measurement.ts";
import { repeatOverhead } from "./repeat-overhead.ts";
import { generationTable, overheadTable, report } from "./report.ts";
import { missedGeneration, missedTargets } from "./targets.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const peers = join(root, "bench/peers");
const { values, positionals: wanted } = parseArgs({
  options: { runs: { type: "string", default: "3" }, overhead: { type: "boolean", default: false } },
  allowPositionals: true,
});

/** Of some 25 seconds each. */
const overheadProcesses = 3;

const compilerOf = (folder: string): string => join(root, "node_modules", folder, "bin/tsc");
const compilers = {
  "TypeScript 5.9": compilerOf("typescript-5.9"),
  "TypeScript 6": compilerOf("typescript"),
  "TypeScript 7": compilerOf("typescript-7"),
};

const introduction = `Written by \`pnpm bench\`: the same calls through our published package, bare openapi-fetch, hey-api and orval, from one compiled spec.
Bundles are esbuild's for a browser, minified, gzip. Only ours carries auth, scope, retry, deadlines, redirects, defensive decoding and
typed errors; orval's carries none of that. Types are checked on published declarations with \`skipLibCheck\`.`;

console.log("Installing the peers …");
execFileSync("pnpm", ["install", "--frozen-lockfile", "--ignore-scripts", "--silent"], {
  cwd: peers,
  stdio: "inherit",
});

const sets = clientSets(root);
const chosen = sets.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
if (chosen.length === 0) throw new Error(`There is no platform ${wanted.join(", ")}.`);
/** `pnpm generate` makes the further clients of a platform with its own. */
const withParts = ({ name }: ClientSet): readonly ClientSet[] =>
  sets.filter((one) => one.name === name || one.name.startsWith(`${name}/`));

for (const set of chosen) {
  const { name: platform, specFile, build } = set;
  if (values.overhead) {
    console.log(`\n## ${platform}\n\n${overheadTable(await repeatOverhead(platform, overheadProcesses))}`);
    continue;
  }
  const calls = readOperationCalls(readFileSync(specFile, "utf8"));
  const plan: MeasurePlan = {
    calls,
    bundled: [1, 5],
    checked: [1, 10, Math.min(100, calls.length)],
    compilers,
    runs: Number(values.runs),
  };
  const measurements: Measurement[] = [];
  for (const contender of [await labelwire(set), openapiFetch, heyApi, orval]) {
    console.log(`${platform}: measuring ${contender.name} …`);
    const folder = join(peers, "out", platform, contender.name);
    measurements.push(await measure(contender, plan, { specFile, folder, peers }));
  }
  const { exact, timed } = report(measurements);
  const overhead = overheadTable(await repeatOverhead(platform, overheadProcesses));
  const generation = await measureGeneration({ root, set, generated: withParts(set), peers, runs: plan.runs });
  const entries = { client: join(build, "index.js"), operations: join(build, "generated/operations.js") };
  const own: OwnFigure[] = [];
  for (const measureOwn of await ownMeasurements(platform)) own.push(await measureOwn(entries));
  console.log(
    `\n## ${platform}, ${calls.length} operations\n\n${exact}\n\n${timed}\n\n${overhead}\n\n${generationTable(generation)}\n\n${ownTable(own)}\n`,
  );
  const missedOwn = own
    .filter(({ isKept }) => !isKept)
    .map(({ what, ratio, bound }) => `${what}: ${ratio}, of ${bound}.`);
  for (const missed of [...missedTargets(measurements), ...missedGeneration(generation), ...missedOwn]) {
    console.error(`${platform} misses a target: ${missed}`);
    process.exitCode = 1;
  }
  const results = join(root, "bench/results");
  mkdirSync(results, { recursive: true });
  const page = `# ${platform}, ${calls.length} operations\n\n${introduction}\n\n${exact}\n`;
  writeFileSync(join(results, `${platform.replace("/", "-")}.md`), await format(page, { parser: "markdown" }));
}
