import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, open, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ratio } from "../markdown-table.ts";
import type { OwnFigure, PlatformEntries } from "../own-measurement.ts";

const gibibyte = 2 ** 30;
const mostTimes = 1.15;
const mostMegabytesOver = 64;
const rounds = 5;

/** What one transfer took. */
interface Transfer {
  readonly milliseconds: number;
  readonly peakBytes: number;
}

/** Uploads 1 GiB into a task, from the start of the upload to the end of the server's work, and by bare tus-js-client, in turns. */
export async function measureUpload({ client }: PlatformEntries): Promise<OwnFigure> {
  const folder = await mkdtemp(join(tmpdir(), "bench-upload-"));
  const file = join(folder, "movie.mp4");
  await writeGibibyte(file);
  let taken = 0;
  const server = createServer((request, response) => void answer(request, response).then((bytes) => (taken += bytes)));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // a TCP server has one
  const transfer = async (how: "bare" | "labelwire"): Promise<Transfer> => {
    taken = 0;
    const script = join(import.meta.dirname, "transfer-upload.ts");
    const given = [how, `http://127.0.0.1:${port}`, file, client];
    const { stdout } = await promisify(execFile)(process.execPath, [script, ...given]);
    if (taken !== gibibyte) throw new Error(`The ${how} transfer brought ${taken} bytes.`);
    return JSON.parse(stdout) as Transfer; // what the script prints
  };

  const times: { readonly ours: number; readonly other: number }[] = [];
  const excesses: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const bare = await transfer("bare");
    const ours = await transfer("labelwire");
    times.push({ ours: ours.milliseconds, other: bare.milliseconds });
    excesses.push((ours.peakBytes - bare.peakBytes) / 1_000_000);
  }
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });

  const { ours, other } = median(times, (each) => each.ours / each.other);
  const megabytesOver = median(excesses, Number);
  return {
    what: "1 GiB uploaded into a task",
    ours: seconds(ours),
    other: `bare tus-js-client: ${seconds(other)}`,
    ratio: `${ratio(ours, other)}, ${megabytesOver.toFixed(0)} MB more memory`,
    bound: `at most ${mostTimes} ×, ${mostMegabytesOver} MB`,
    isKept: ours / other <= mostTimes && megabytesOver <= mostMegabytesOver,
  };
}

async function writeGibibyte(file: string): Promise<void> {
  const handle = await open(file, "w");
  const block = Buffer.alloc(2 ** 24, "cat");
  for (let written = 0; written < gibibyte; written += block.length) await handle.write(block);
  await handle.close();
}

/** Takes pieces as CVAT does, keeps none, and tells how many bytes of the file there were. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<number> {
  const { method, url = "", headers } = request;
  const json = { "content-type": "application/vnd.cvat+json" };
  let bytes = 0;
  for await (const chunk of request) bytes += (chunk as Buffer).length; // no encoding is set
  if (method === "PATCH") {
    response
      .writeHead(204, { "upload-offset": Number(headers["upload-offset"]) + bytes, "tus-resumable": "1.0.0" })
      .end();
    return bytes;
  }
  if ("upload-length" in headers) {
    const location = `http://${headers.host ?? ""}${url}1_0f8fad5b-d9cb-469f-a165-70867728950e`;
    response.writeHead(201, { location, "tus-resumable": "1.0.0", "upload-filename": "movie.mp4" }).end();
  } else if ("upload-finish" in headers) response.writeHead(202, json).end(JSON.stringify({ rq_id: "bench" }));
  else if (method === "POST") response.writeHead(202).end();
  else response.writeHead(200, json).end(JSON.stringify({ id: "bench", status: "finished", progress: 1 }));
  return 0;
}

function median<T>(values: readonly T[], by: (value: T) => number): T {
  const middle = values.toSorted((one, other) => by(one) - by(other))[Math.floor(values.length / 2)];
  if (middle === undefined) throw new Error("There is nothing to take the median of.");
  return middle;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
