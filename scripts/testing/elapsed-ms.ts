/** How many milliseconds work takes from now on. What it throws is thrown. */
export async function elapsedMs(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
