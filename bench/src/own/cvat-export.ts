import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { createServer, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { OwnFigure, PlatformEntries } from "../own-measurement.ts";

const gibibyte = 2 ** 30;
const mostTimes = 1.15;
const mostMegabytesOver = 64;
const rounds = 5;

const endpoint = "/api/tasks/7/dataset/download?rq_id=bench";

/** What one transfer took. */
interface Transfer {
  readonly milliseconds: number;
  readonly peakBytes: number;
}

/** Exports 1 GiB to a file, from the start of the export on, and downloads the same bytes with Node's fetch, in turns. */
export async function measureExport({ client }: PlatformEntries): Promise<OwnFigure> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // a TCP server has one
  const transfer = async (how: "bare" | "labelwire"): Promise<Transfer> => {
    const folder = await mkdtemp(join(tmpdir(), "bench-export-"));
    const script = join(import.meta.dirname, "transfer-export.ts");
    const given = [how, `http://127.0.0.1:${port}`, endpoint, folder, client];
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [script, ...given]);
      const { size } = await stat(join(folder, `${how}.zip`));
      if (size !== gibibyte) throw new Error(`The ${how} transfer came to ${size} bytes.`);
      return JSON.parse(stdout) as Transfer; // what the script prints
    } finally {
      await rm(folder, { recursive: true });
    }
  };

  const times: Comparison[] = [];
  const excesses: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const bare = await transfer("bare");
    const ours = await transfer("labelwire");
    times.push({ ours: ours.milliseconds, other: bare.milliseconds });
    excesses.push((ours.peakBytes - bare.peakBytes) / 1_000_000);
  }
  server.closeAllConnections();
  server.close();

  const { ours, other } = median(times, (each) => each.ours / each.other);
  const megabytesOver = median(excesses, Number);
  return {
    what: "1 GiB exported and saved",
    ours: seconds(ours),
    other: `Node's fetch piped to a file: ${seconds(other)}`,
    ratio: `${(ours / other).toFixed(2)} ×, ${megabytesOver.toFixed(0)} MB more memory`,
    bound: `at most ${mostTimes} ×, ${mostMegabytesOver} MB`,
    isKept: ours / other <= mostTimes && megabytesOver <= mostMegabytesOver,
  };
}

interface Comparison {
  readonly ours: number;
  readonly other: number;
}

const answer: RequestListener = ({ method, url = "", headers }, response) => {
  const origin = `http://${headers.host ?? ""}`;
  const json = { "content-type": "application/vnd.cvat+json" };
  if (method === "POST") response.writeHead(202, json).end(JSON.stringify({ rq_id: "bench" }));
  else if (url.startsWith("/api/requests/"))
    response
      .writeHead(200, json)
      .end(JSON.stringify({ id: "bench", status: "finished", progress: 1, result_url: origin + endpoint }));
  else sendFile(response);
};

const chunk = Buffer.alloc(2 ** 18, "cat");

function sendFile(response: ServerResponse): void {
  let sent = 0;
  const send = (): void => {
    while (sent < gibibyte) {
      sent += chunk.length;
      if (!response.write(chunk)) return;
    }
    response.end();
  };
  const headers = { "content-type": "application/zip", "content-length": gibibyte, etag: '"1"' };
  response.writeHead(200, headers).on("drain", send);
  send();
}

function median<T>(values: readonly T[], by: (value: T) => number): T {
  const middle = values.toSorted((one, other) => by(one) - by(other))[Math.floor(values.length / 2)];
  if (middle === undefined) throw new Error("There is nothing to take the median of.");
  return middle;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
