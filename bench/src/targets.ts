import type { GenerationFigures } from "./measure-generation.ts";
import type { Measurement } from "./measure.ts";

/** One call, with auth, scope, retry, deadlines, redirects, decoding and typed errors on. */
const maxBytes = 7000;
/** Of bare openapi-fetch's instantiations, with the most operations called: its cost grows with the paths there are, ours does not. */
const maxShare = (calls: number): number => (calls >= 100 ? 1 / 100 : 1 / 50);
/** Of bare openapi-fetch's check time, with 100 calls. Fewer take too little time to be compared. */
const maxTimeShare = 1 / 4;
/** Of the syntax nodes of the schema alone. */
const maxNodes = 1.3;
/** Of the time that openapi-typescript alone takes for the same file. */
const maxGeneration = 2.5;

/** What we promise of size and of type-check cost, and do not keep; ours is first and bare openapi-fetch second. */
export function missedTargets([ours, bare, ...peers]: readonly Measurement[]): readonly string[] {
  if (ours === undefined || bare === undefined) return [];
  const missed: string[] = [];
  const bytes = ours.sizes.get(1)?.gzip ?? Number.POSITIVE_INFINITY;
  if (bytes > maxBytes) missed.push(`one call bundles to ${bytes} bytes gzip, of ${maxBytes}.`);
  for (const [compiler, costs] of ours.checks) {
    const all = Math.max(...costs.keys());
    const own = costs.get(all) ?? unmeasured;
    const other = bare.checks.get(compiler)?.get(all) ?? unmeasured;
    const allowed = other.instantiations * maxShare(all);
    if (own.instantiations > allowed) {
      missed.push(`${all} calls cost ${compiler} ${own.instantiations} instantiations, of ${Math.floor(allowed)}.`);
    }
    for (const { name, checks } of peers) {
      const theirs = checks.get(compiler)?.get(all)?.instantiations ?? Number.POSITIVE_INFINITY;
      if (own.instantiations <= theirs) continue;
      missed.push(`${all} calls cost ${compiler} ${own.instantiations} instantiations, and ${theirs} with ${name}.`);
    }
    if (all >= 100 && own.checkSeconds > other.checkSeconds * maxTimeShare) {
      missed.push(
        `${all} calls take ${compiler} ${own.checkSeconds} s, and ${other.checkSeconds} s with ${bare.name}.`,
      );
    }
  }
  return missed;
}

const unmeasured = { instantiations: Number.POSITIVE_INFINITY, checkSeconds: Number.POSITIVE_INFINITY };

/** What we promise of generated code, and do not keep. */
export function missedGeneration({
  schemaNodes,
  operationNodes,
  seconds,
  bareSeconds,
}: GenerationFigures): readonly string[] {
  const nodes = (schemaNodes + operationNodes) / schemaNodes;
  const time = seconds / bareSeconds;
  return [
    ...(nodes > maxNodes
      ? [`the generated code has ${nodes.toFixed(2)} times the nodes of its schema, of ${maxNodes}.`]
      : []),
    ...(time > maxGeneration
      ? [`generation takes ${time.toFixed(2)} times as long as openapi-typescript alone, of ${maxGeneration}.`]
      : []),
  ];
}
