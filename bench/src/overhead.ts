import { median } from "./median.ts";

/** A call in one style: sends a GET through `fetch` and resolves to the parsed body. */
export type Caller = () => Promise<unknown>;

/** Options of {@link overhead}. */
export interface OverheadOptions {
  /**
   * Rounds that are not counted. Many, because engines compile a function last after thousands of calls, and what `fetch` itself runs
   * is called by all callers, so it gets there long before them.
   */
  readonly warmUpRounds: number;
  /** Rounds of one batch per caller. */
  readonly rounds: number;
  /** Few, so that a busy machine slows the batches of one round alike. */
  readonly callsPerRound: number;
}

/**
 * The time of one call of each caller, in microseconds, in their order. The last caller is what the others are compared with: its time
 * is the median of all rounds, and theirs is that many times the median of the ratios within the rounds.
 */
export async function overhead(
  callers: readonly Caller[],
  { warmUpRounds, rounds, callsPerRound }: OverheadOptions,
): Promise<readonly number[]> {
  const counted: (readonly number[])[] = [];
  for (let round = 0; round < warmUpRounds + rounds; round += 1) {
    const times: number[] = [];
    for (const call of callers) times.push(await timeBatch(call, callsPerRound));
    if (round >= warmUpRounds) counted.push(times);
  }
  const reference = median(counted.map((times) => times.at(-1) ?? Number.NaN));
  return callers.map(
    (_, index) =>
      reference * median(counted.map((times) => (times[index] ?? Number.NaN) / (times.at(-1) ?? Number.NaN))),
  );
}

async function timeBatch(call: Caller, calls: number): Promise<number> {
  const startedAt = performance.now();
  for (let count = 0; count < calls; count += 1) await call();
  return ((performance.now() - startedAt) * 1000) / calls;
}
