import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleSize, type BundleSize } from "../../scripts/size/bundle-size.ts";
import { checkTypes, type TypeCheckCost } from "./check-types.ts";
import type { Contender } from "./contender.ts";
import type { OperationCall } from "./operation-call.ts";

/** What is measured of each contender. */
export interface MeasurePlan {
  readonly calls: readonly OperationCall[];
  /** How many calls a bundled consumer makes. */
  readonly bundled: readonly number[];
  /** How many calls a checked consumer makes. */
  readonly checked: readonly number[];
  /** `bin/tsc` of each compiler, by name. */
  readonly compilers: Readonly<Record<string, string>>;
  readonly runs: number;
}

/** The figures of one contender. */
export interface Measurement {
  readonly name: string;
  /** By number of calls. */
  readonly sizes: ReadonlyMap<number, BundleSize>;
  /** By compiler, then by number of calls. */
  readonly checks: ReadonlyMap<string, ReadonlyMap<number, TypeCheckCost>>;
}

/** Where one contender works. */
export interface Workplace {
  readonly specFile: string;
  readonly folder: string;
  readonly peers: string;
}

/** Prepares a contender anew and measures it. */
export async function measure(contender: Contender, plan: MeasurePlan, workplace: Workplace): Promise<Measurement> {
  const { folder } = workplace;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await contender.prepare(workplace);

  const sizes = new Map<number, BundleSize>();
  for (const count of plan.bundled) {
    sizes.set(count, await bundleSize({ code: contender.code(plan.calls.slice(0, count)), resolveIn: folder }));
  }

  const checks = new Map<string, Map<number, TypeCheckCost>>();
  for (const [name, compiler] of Object.entries(plan.compilers)) {
    const costs = new Map<number, TypeCheckCost>();
    for (const count of plan.checked) {
      const file = `calls-${count}.ts`;
      writeFileSync(join(folder, file), contender.code(plan.calls.slice(0, count)));
      costs.set(count, await checkTypes({ compiler, folder, file, runs: plan.runs }));
    }
    checks.set(name, costs);
  }
  return { name: contender.name, sizes, checks };
}
