import { expect, test } from "vitest";
import { overhead } from "./overhead.ts";

test("callers take turns, after rounds that are not counted", async () => {
  const log: string[] = [];
  const caller = (name: string) => async (): Promise<void> => {
    log.push(name);
  };
  const times = await overhead([caller("a"), caller("b")], { warmUpRounds: 2, rounds: 1, callsPerRound: 2 });
  expect(log.join("")).toBe("aabbaabbaabb");
  expect(times).toEqual([expect.any(Number), expect.any(Number)]);
});
