import { expect, test } from "vitest";
import { cpuMs } from "./cpu-ms.ts";

test("waiting takes none of the processor's time, and computing does", async () => {
  const waiting = await cpuMs(() => new Promise((resolve) => setTimeout(resolve, 400)));
  const computing = await cpuMs(() => {
    const end = process.cpuUsage().user + 400_000;
    while (process.cpuUsage().user < end);
  });
  expect(computing).toBeGreaterThanOrEqual(400);
  expect(waiting).toBeLessThan(200);
});
