import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { pathToFileURL } from "node:url";
import { ratio } from "../markdown-table.ts";
import type { OwnFigure, PlatformEntries } from "../own-measurement.ts";

const taskCount = 10_000;
const pageSize = 100;
const pageMs = 50;
const leastRatio = 3;

type Paginate = (client: unknown, operation: unknown, init: object, options: object) => AsyncIterable<unknown>;

/** Lists 10,000 tasks from a server that takes 50 ms a page, one page after another and with four asked for ahead, in turns. */
export async function measureListing({ client, operations }: PlatformEntries): Promise<OwnFigure> {
  const server = createServer(answerPage).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // a TCP server has one
  const { createCvatClient, paginate } = (await load(client)) as {
    createCvatClient: (options: object) => unknown;
    paginate: Paginate;
  }; // two of its exports
  const { tasksList } = await load(operations);
  const cvat = createCvatClient({ baseUrl: `http://127.0.0.1:${port}`, auth: { accessToken: "bench" } });

  const list = async (prefetch: number): Promise<number> => {
    const startedAt = performance.now();
    let seen = 0;
    const init = { params: { query: { page_size: pageSize } } };
    for await (const task of paginate(cvat, tasksList, init, { prefetch })) seen += task === undefined ? 0 : 1;
    if (seen !== taskCount) throw new Error(`Listed ${seen} tasks of ${taskCount}.`);
    return performance.now() - startedAt;
  };
  const rounds: { readonly alone: number; readonly ahead: number }[] = [];
  for (let round = 0; round < 3; round += 1) rounds.push({ alone: await list(0), ahead: await list(4) });
  server.closeAllConnections();
  server.close();

  // The round in the middle, by its ratio: both of a round met the machine in one mood.
  const byRatio = rounds.toSorted((one, other) => one.alone / one.ahead - other.alone / other.ahead);
  const { alone, ahead } = byRatio[1] ?? { alone: Number.NaN, ahead: Number.NaN };
  return {
    what: "10,000 tasks listed from a server that takes 50 ms a page, prefetch 4",
    ours: seconds(ahead),
    other: `one page after another: ${seconds(alone)}`,
    ratio: `${ratio(alone, ahead)} faster`,
    bound: `at least ${leastRatio} ×`,
    isKept: alone / ahead >= leastRatio,
  };
}

const answerPage: RequestListener = ({ url = "" }, response) => {
  const page = Number(new URL(url, "http://server.invalid").searchParams.get("page") ?? 1);
  const start = (page - 1) * pageSize;
  const length = Math.min(pageSize, taskCount - start);
  const results = Array.from({ length }, (_, index) => ({ id: start + index + 1, name: `task ${start + index + 1}` }));
  const body = JSON.stringify({ count: taskCount, next: null, previous: null, results });
  setTimeout(() => {
    response.writeHead(200, { "content-type": "application/vnd.cvat+json" }).end(body);
  }, pageMs);
};

async function load(file: string): Promise<Readonly<Record<string, unknown>>> {
  return (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>; // a module is an object of its exports
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
