import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { startTusServer } from "./servers/tus-server.ts";

const program = fileURLToPath(new URL("servers/tus-uploader.ts", import.meta.url));

test("a process that is killed in the middle of a piece leaves an upload that the next one ends", async () => {
  const server = await startTusServer();
  const folder = await mkdtemp(path.join(tmpdir(), "cvat-crash-"));
  onTestFinished(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });
  const bytes = Uint8Array.from({ length: 1_050_000 }, (_, at) => (at * 7 + (at >> 8)) % 251);
  const [file, notes] = [path.join(folder, "movie.mp4"), path.join(folder, "notes.json")];
  await writeFile(file, bytes);
  await writeFile(notes, "{}");
  const upload = (): ChildProcess =>
    spawn(
      process.execPath,
      ["--disable-warning=ExperimentalWarning", "--conditions=@labelwire/source", program, server.baseUrl, file, notes],
      {
        stdio: "inherit",
      },
    );

  const first = upload();
  let pieces = 0;
  server.fault = ({ method }) => {
    if (method !== "PATCH" || (pieces += 1) < 7) return undefined;
    first.kill("SIGKILL");
    return { kind: "cut", bytes: 30_000 };
  };
  expect(await once(first, "exit")).toEqual([null, "SIGKILL"]);
  server.fault = () => undefined;
  server.requests.length = 0;
  // There is nothing to wait for then.
  server.work.set("action=create&target=task&target_id=7", ["finished"]);

  const second = upload();
  expect(await once(second, "exit")).toEqual([0, null]);
  expect(server.files.get("/api/tasks/7/data")?.get("movie.mp4")?.equals(bytes)).toBe(true);
  expect(server.requests.filter(({ method }) => method === "PATCH").length).toBeLessThanOrEqual(5);
  expect(await readFile(notes, "utf8")).toBe("{}");
}, 60_000);
