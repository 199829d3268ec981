/**
 * How many milliseconds of the processor work takes from now on. They do not grow while the machine does other things, as time by the
 * clock does; a browser tells that alone. What it throws is thrown.
 */
export async function cpuMs(work: () => unknown): Promise<number> {
  const started = spentMs();
  await work();
  return spentMs() - started;
}

function spentMs(): number {
  if (!("process" in globalThis) || typeof process.cpuUsage !== "function") return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
