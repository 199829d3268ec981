import { markdownTable, ratio, thousands } from "./markdown-table.ts";
import type { GenerationFigures } from "./measure-generation.ts";
import type { Overhead } from "./measure-overhead.ts";
import type { Measurement } from "./measure.ts";

/** The tables of one platform. */
export interface Report {
  /** The same on every machine: bytes, instantiations and types. */
  readonly exact: string;
  /** Check times of this run, for comparison within it. */
  readonly timed: string;
}

/** Puts measurements side by side; the first one is ours and all ratios are to it. */
export function report(measurements: readonly Measurement[]): Report {
  const [ours] = measurements;
  if (ours === undefined) throw new Error("There is nothing to report.");
  return {
    exact: [sizeTable(measurements, ours), ...typeTables(measurements, ours)].join("\n\n"),
    timed: timeTable(measurements, ours),
  };
}

function sizeTable(measurements: readonly Measurement[], ours: Measurement): string {
  const counts = [...ours.sizes.keys()];
  const head = ["bundle, gzip bytes (minified)", ...counts.flatMap((count) => [plural(count), "to ours"])];
  const rows = measurements.map(({ name, sizes }) => [
    name,
    ...counts.flatMap((count) => {
      const size = sizes.get(count);
      const own = ours.sizes.get(count);
      if (size === undefined || own === undefined) return ["–", "–"];
      return [`${thousands(size.gzip)} (${thousands(size.minified)})`, ratio(size.gzip, own.gzip)];
    }),
  ]);
  return markdownTable(head, rows);
}

function typeTables(measurements: readonly Measurement[], ours: Measurement): readonly string[] {
  return [...ours.checks].map(([compiler, costs]) => {
    const counts = [...costs.keys()];
    const head = [`instantiations (types), ${compiler}`, ...counts.flatMap((count) => [plural(count), "to ours"])];
    const rows = measurements.map(({ name, checks }) => [
      name,
      ...counts.flatMap((count) => {
        const cost = checks.get(compiler)?.get(count);
        const own = costs.get(count);
        if (cost === undefined || own === undefined) return ["–", "–"];
        return [
          `${thousands(cost.instantiations)} (${thousands(cost.types)})`,
          ratio(cost.instantiations, own.instantiations),
        ];
      }),
    ]);
    return markdownTable(head, rows);
  });
}

function timeTable(measurements: readonly Measurement[], ours: Measurement): string {
  const columns = [...ours.checks].flatMap(([compiler, costs]) =>
    [...costs.keys()].map((count) => ({ compiler, count })),
  );
  const head = ["check time, s", ...columns.map(({ compiler, count }) => `${compiler}: ${count}`)];
  const rows = measurements.map(({ name, checks }) => [
    name,
    ...columns.map(({ compiler, count }) => {
      const seconds = checks.get(compiler)?.get(count)?.checkSeconds;
      return seconds === undefined ? "–" : seconds.toFixed(seconds < 0.1 ? 3 : 2);
    }),
  ]);
  return markdownTable(head, rows);
}

/** Microseconds a call, and ours as a multiple of each of the others. */
export function overheadTable({ stub, loopback }: Overhead): string {
  const head = ["one read, µs", "labelwire", "openapi-fetch", "ours to it", "bare fetch", "ours to it"];
  const places = { "a fetch that answers at once": stub, "a server on loopback": loopback };
  const rows = Object.entries(places).map(([where, { labelwire, openapiFetch, bareFetch }]) => [
    where,
    labelwire.toFixed(0),
    openapiFetch.toFixed(0),
    `${(labelwire / openapiFetch).toFixed(2)} ×`,
    bareFetch.toFixed(0),
    `${(labelwire / bareFetch).toFixed(2)} ×`,
  ]);
  return markdownTable(head, rows);
}

/** What generation costs, and what the operation functions add to the types. */
export function generationTable({ schemaNodes, operationNodes, seconds, bareSeconds }: GenerationFigures): string {
  const nodes = schemaNodes + operationNodes;
  const rows = [
    ["syntax nodes, schema.ts and operations.ts", thousands(nodes), thousands(schemaNodes), ratio(nodes, schemaNodes)],
    ["generation, s", seconds.toFixed(2), bareSeconds.toFixed(2), ratio(seconds, bareSeconds)],
  ];
  return markdownTable(
    ["generated code", "labelwire", "schema.ts alone, or openapi-typescript alone", "ours to it"],
    rows,
  );
}

function plural(count: number): string {
  return count === 1 ? "1 call" : `${count} calls`;
}
