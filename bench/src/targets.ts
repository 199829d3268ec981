import type { Measurement } from "./measure.ts";

/** One call, with auth, scope, retry, deadlines, redirects, decoding and typed errors on. */
const maxBytes = 7000;
/** Of bare openapi-fetch's instantiations, with all operations called. */
const maxShare = 1 / 50;

/** What we promise of size and of type-check cost, and do not keep; ours is first and bare openapi-fetch second. Times are no target. */
export function missedTargets([ours, bare]: readonly Measurement[]): readonly string[] {
  if (ours === undefined || bare === undefined) return [];
  const missed: string[] = [];
  const bytes = ours.sizes.get(1)?.gzip ?? Number.POSITIVE_INFINITY;
  if (bytes > maxBytes) missed.push(`one call bundles to ${bytes} bytes gzip, of ${maxBytes}.`);
  for (const [compiler, costs] of ours.checks) {
    const all = Math.max(...costs.keys());
    const own = costs.get(all)?.instantiations ?? Number.POSITIVE_INFINITY;
    const allowed = (bare.checks.get(compiler)?.get(all)?.instantiations ?? 0) * maxShare;
    if (own > allowed) missed.push(`${all} calls cost ${compiler} ${own} instantiations, of ${Math.floor(allowed)}.`);
  }
  return missed;
}
