import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCvatMock } from "@labelwire/cvat/msw";
import { setupServer } from "msw/node";
import { expect, onTestFinished, test, vi } from "vitest";

// Its background requests are waited for in real time, some seconds.
test("the first block of the contract runs against the mock, word for word", { timeout: 60_000 }, async () => {
  const mock = createCvatMock({
    seed: 1,
    state: {
      organizations: [{ slug: "acme" }],
      tasks: [{ id: 7, name: "cats", status: "completed" }, { name: "dogs" }],
    },
  });
  const server = setupServer(...mock.handlers);
  server.listen();
  const folder = await mkdtemp(join(tmpdir(), "labelwire-contract-"));
  const before = process.cwd();
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  process.chdir(folder); // the block saves into a folder beside it
  onTestFinished(async () => {
    process.chdir(before);
    log.mockRestore();
    server.close();
    await rm(folder, { recursive: true });
  });

  const { block } = await import("./contract/first-block.ts");
  const { shown } = await import("./contract/prelude.ts");

  expect([block.error, block.response.status, block.data?.name]).toEqual([undefined, 200, "cats"]);
  expect(block.task).toEqual(block.data);
  expect(block.first500.map(({ name }) => name)).toEqual(["cats", "dogs"]);
  expect(block.finished.status).toBe("finished");
  expect((await readdir(join(folder, "exports"))).length).toBe(1);
  expect(shown.length).toBeGreaterThan(3);
  expect(log.mock.calls[0]).toEqual(["cats"]);
  expect(log.mock.calls.at(-1)?.[0]).toBe(404);
  expect(mock.requests("tasks_create_data").length).toBeGreaterThan(0);
  const [first] = mock.requests("tasks_retrieve");
  expect(first?.headers["x-organization"]).toBe("acme");
});
