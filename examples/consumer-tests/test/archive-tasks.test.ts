import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCvatMock } from "@labelwire/cvat/msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { archiveTasks } from "../src/archive-tasks.ts";
import { clock } from "./clock.ts";

// The program has a client of its own, made when it is imported. It is given the clock of the tests, on which nobody waits for an
// export; msw answers what it sends.
vi.mock(import("../src/cvat.ts"), async (load) => {
  const { cvat } = await load();
  const { clock } = await import("./clock.ts");
  return { cvat: cvat.with({ clock }) };
});
const mock = createCvatMock({
  seed: 1,
  clock,
  baseUrl: "https://cvat.example.com",
  auth: { accessToken: "token-of-the-tests" },
  state: {
    tasks: [
      { name: "cats", status: "completed" },
      { name: "dogs", status: "completed" },
      { name: "birds", status: "annotation" },
    ],
  },
});
const server = setupServer(...mock.handlers);

let folder: string;
beforeAll(() => {
  // A request that no handler takes fails the test. msw 2 has another name for it: onUnhandledRequest.
  server.listen({ onUnhandledFrame: "error" });
});
beforeEach(async () => {
  vi.stubEnv("CVAT_ACCESS_TOKEN", "token-of-the-tests");
  folder = await mkdtemp(join(tmpdir(), "archive-"));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  mock.reset();
  await rm(folder, { recursive: true });
});
afterAll(() => {
  server.close();
});

test("saves an archive of every completed task", async () => {
  const { saved, failed } = await archiveTasks(folder);
  expect(failed).toEqual([]);
  expect(await readdir(folder)).toHaveLength(2);
  expect(saved).toHaveLength(2);
  expect(mock.requests("tasks_create_dataset_export").map(({ params }) => params.query.format)).toEqual([
    "COCO 1.0",
    "COCO 1.0",
  ]);
});

test("reports a task that the server cannot export, and goes on with the next", async () => {
  mock.failNextRequest("Out of disk");
  const { saved, failed } = await archiveTasks(folder);
  expect(failed).toEqual([expect.stringMatching(/^cats: .*Out of disk/)]);
  expect(saved).toHaveLength(1);
});

test("stops where the token is not right", async () => {
  vi.stubEnv("CVAT_ACCESS_TOKEN", "another");
  await expect(archiveTasks(folder)).rejects.toMatchObject({ name: "ApiError", status: 401 });
});
