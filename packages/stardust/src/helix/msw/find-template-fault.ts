import type { StardustHelixErrorCode } from "../error-codes.ts";

type Member = Readonly<Record<string, unknown>>;

const mostPools = 20;

/** Why a workflow template is refused; undefined for a good one. */
export function findTemplateFault(
  nodes: readonly Member[],
  edges: readonly Member[],
): StardustHelixErrorCode | undefined {
  const names = nodes.map(({ name }) => name);
  const [leaving, arriving] = [edges.map(({ from }) => from), edges.map(({ to }) => to)];
  const ends = nodes.filter(({ type }) => type === "COMPLETE").map(({ name }) => name);
  if (nodes.length > mostPools) return 50528;
  if (names.includes("") || ![...leaving, ...arriving].every((name) => names.includes(name))) return 50522;
  if (new Set(names).size < names.length) return 50525;
  if (nodes.at(-1)?.["type"] !== "COMPLETE") return 50523;
  if (ends.some((name) => leaving.includes(name))) return 50531;
  if (!names.every((name) => leaving.includes(name) || arriving.includes(name))) return 50526;
  return new Set(leaving).size < leaving.length ? 50527 : undefined;
}
