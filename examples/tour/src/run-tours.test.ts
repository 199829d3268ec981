import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runTour } from "./run-tour.ts";
import { runTours } from "./run-tours.ts";
import type { TourStage } from "./step.ts";

let printed = "";
beforeEach(() => {
  printed = "";
  vi.spyOn(console, "log").mockImplementation((text: unknown) => void (printed += `${String(text)}\n`));
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

function openStage(): { stage: TourStage; isClosed: () => boolean; request: () => void } {
  let requests = 0;
  let closed = false;
  const server = {
    countRequests: () => requests,
    close: async () => {
      closed = true;
    },
  };
  return { stage: { server }, isClosed: () => closed, request: () => void (requests += 1) };
}

test("each step is in the table, with its own requests", async () => {
  const { stage, isClosed, request } = openStage();
  const step = async () => {
    request();
    request();
    return "two cats";
  };
  expect(await runTours({ Acme: () => runTour(async () => stage, { List: step, "List again": step }) })).toBe(true);
  expect(printed).toContain("✓ List: two cats");
  expect(printed).toMatch(/^Acme {6}List again {6}2 +\d+ {2}two cats$/m);
  expect(printed).toContain("2 shown, 0 failed");
  expect(isClosed()).toBe(true);
});

test("a step that fails ends its platform and closes it, and the next is shown", async () => {
  const { stage, isClosed } = openStage();
  const unreached = vi.fn(async () => "no");
  const broken = async () => {
    throw new TypeError("no cats");
  };
  const succeeded = await runTours({
    Acme: () => runTour(async () => stage, { Break: broken, Unreached: unreached }),
    Pets: () => runTour(async () => openStage().stage, { Work: async () => "a dog" }),
  });
  expect(succeeded).toBe(false);
  expect(unreached).not.toHaveBeenCalled();
  expect(isClosed()).toBe(true);
  expect(printed).toContain("✗ Break: TypeError: no cats");
  expect(printed).toMatch(/^Acme .*FAILED: TypeError: no cats$/m);
  expect(printed).toMatch(/^Pets .*a dog$/m);
});

test("a platform that does not start fails, and the next is shown", async () => {
  const start = async (): Promise<TourStage> => {
    throw new Error("no port");
  };
  const succeeded = await runTours({
    Acme: () => runTour(start, {}),
    Pets: () => runTour(async () => openStage().stage, { Work: async () => "a dog" }),
  });
  expect(succeeded).toBe(false);
  expect(printed).toMatch(/^Acme .*FAILED: Error: no port$/m);
  expect(printed).toMatch(/^Pets .*a dog$/m);
});
