import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Overhead, OverheadFigures } from "./measure-overhead.ts";
import { median } from "./median.ts";

/**
 * Measures the overhead of one client in processes of their own, one after another, and gives the median of each ratio to bare `fetch`.
 * Which functions an engine compiles, and when, differs from process to process, and moves a ratio by up to a tenth.
 *
 * @param client - As `pnpm bench` takes it, such as `acme` or `acme/farm`.
 */
export async function repeatOverhead(client: string, processes: number): Promise<Overhead> {
  const measured: Overhead[] = [];
  for (let count = 0; count < processes; count += 1) measured.push(await measureApart(client));
  return {
    stub: medianFigures(measured.map(({ stub }) => stub)),
    loopback: medianFigures(measured.map(({ loopback }) => loopback)),
  };
}

async function measureApart(client: string): Promise<Overhead> {
  const child = fork(join(import.meta.dirname, "overhead-process.ts"), [client]);
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`The overhead of ${client} could not be measured: its process ended with ${String(code)}.`);
  });
  const [overhead] = (await Promise.race([once(child, "message"), ended])) as [Overhead]; // what overhead-process.ts sends
  await ended.catch(() => undefined);
  return overhead;
}

function medianFigures(figures: readonly OverheadFigures[]): OverheadFigures {
  const bareFetch = median(figures.map((one) => one.bareFetch));
  const scaled = (name: keyof OverheadFigures): number =>
    bareFetch * median(figures.map((one) => one[name] / one.bareFetch));
  return { labelwire: scaled("labelwire"), openapiFetch: scaled("openapiFetch"), bareFetch };
}
