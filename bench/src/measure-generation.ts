import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { countNodes } from "./count-nodes.ts";

const run = promisify(execFile);

/** What a platform's generated code is, and takes to write. */
export interface GenerationFigures {
  readonly schemaNodes: number;
  readonly operationNodes: number;
  /** The shortest of the runs of `pnpm generate`, with mock data, and of openapi-typescript alone on the same file, in seconds. */
  readonly seconds: number;
  readonly bareSeconds: number;
}

/** Where {@link measureGeneration} finds what it measures. */
export interface GenerationPlace {
  readonly root: string;
  readonly platform: string;
  readonly specFile: string;
  readonly peers: string;
  readonly runs: number;
}

/** Measures both in turns, so that a busy moment of the machine meets both. */
export async function measureGeneration({
  root,
  platform,
  specFile,
  peers,
  runs,
}: GenerationPlace): Promise<GenerationFigures> {
  const generated = join(root, "packages", platform, "src/generated");
  const bareOutput = join(peers, "out", platform, "bare-schema.ts");
  const ours = ["--conditions=@labelwire/source", "packages/codegen/src/cli.ts", "generate", platform, "--check"];
  const bare = [join(peers, "node_modules/openapi-typescript/bin/cli.js"), specFile, "--output", bareOutput];
  const seconds: number[] = [];
  const bareSeconds: number[] = [];
  for (let turn = 0; turn < runs; turn += 1) {
    seconds.push(await timeNode(ours, root));
    bareSeconds.push(await timeNode(bare, root));
  }
  rmSync(bareOutput, { force: true });
  return {
    schemaNodes: countNodes(join(generated, "schema.ts")),
    operationNodes: countNodes(join(generated, "operations.ts")),
    seconds: Math.min(...seconds),
    bareSeconds: Math.min(...bareSeconds),
  };
}

async function timeNode(args: readonly string[], folder: string): Promise<number> {
  const start = performance.now();
  await run(process.execPath, args, { cwd: folder });
  return (performance.now() - start) / 1000;
}
