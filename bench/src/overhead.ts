/** A call in one style: sends a GET through `fetch` and resolves to the parsed body. */
export type Caller = () => Promise<unknown>;

/** Options of {@link overhead}. */
export interface OverheadOptions {
  /** Rounds of one batch per caller; the callers take turns, so that a busy machine slows them alike. */
  readonly rounds: number;
  readonly callsPerRound: number;
}

/** The median time of one call of each caller, in microseconds, in their order. */
export async function overhead(
  callers: readonly Caller[],
  { rounds, callsPerRound }: OverheadOptions,
): Promise<readonly number[]> {
  const times = callers.map((): number[] => []);
  // One round warms up and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, call] of callers.entries()) {
      const startedAt = performance.now();
      for (let count = 0; count < callsPerRound; count += 1) await call();
      if (round > 0) times[index]?.push(((performance.now() - startedAt) * 1000) / callsPerRound);
    }
  }
  return times.map(median);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
