import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { ClientSet } from "./client-set.ts";
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
  readonly set: ClientSet;
  /** What `pnpm generate` makes of the set's name: the set, and the further clients of a platform. */
  readonly generated: readonly ClientSet[];
  readonly peers: string;
  readonly runs: number;
}

/** Measures both in turns, so that a busy moment of the machine meets both. */
export async function measureGeneration({
  root,
  set,
  generated,
  peers,
  runs,
}: GenerationPlace): Promise<GenerationFigures> {
  const bareOutput = join(peers, "out", set.name, "bare-schema.ts");
  const ours = ["--conditions=@labelwire/source", "packages/codegen/src/cli.ts", "generate", set.name, "--check"];
  const bare = join(peers, "node_modules/openapi-typescript/bin/cli.js");
  const seconds: number[] = [];
  const bareSeconds: number[] = [];
  for (let turn = 0; turn < runs; turn += 1) {
    seconds.push(await timeNode(ours, root));
    let bareTurn = 0;
    for (const { specFile } of generated) bareTurn += await timeNode([bare, specFile, "--output", bareOutput], root);
    bareSeconds.push(bareTurn);
  }
  rmSync(bareOutput, { force: true });
  return {
    schemaNodes: countNodes(join(set.generated, "schema.ts")),
    operationNodes: countNodes(join(set.generated, "operations.ts")),
    seconds: Math.min(...seconds),
    bareSeconds: Math.min(...bareSeconds),
  };
}

async function timeNode(args: readonly string[], folder: string): Promise<number> {
  const start = performance.now();
  await run(process.execPath, args, { cwd: folder });
  return (performance.now() - start) / 1000;
}
