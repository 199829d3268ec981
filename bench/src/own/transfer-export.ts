import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { pathToFileURL } from "node:url";

// Downloads an export to a file, in a process of its own so that the peak of its memory is that of the transfer, and prints both:
// node transfer-export.ts <bare|labelwire> <base URL> <path of the file on the server> <folder> <entry of the client>
const [how = "", baseUrl = "", path = "", folder = "", entry = ""] = process.argv.slice(2);

interface Client {
  createCvatClient(options: object): unknown;
  exportDataset(client: unknown, target: object, options: object): Promise<{ save(target: string): Promise<string> }>;
}

const transferBare = async (): Promise<void> => {
  const { body } = await fetch(baseUrl + path, { headers: { authorization: "Bearer bench" } });
  // Node's own type of the same stream.
  await pipeline(Readable.fromWeb(body as ReadableStream), createWriteStream(join(folder, "bare.zip")));
};

const transferByClient = async (client: Client): Promise<void> => {
  const cvat = client.createCvatClient({ baseUrl, auth: { accessToken: "bench" } });
  const file = await client.exportDataset(cvat, { task: 7 }, { format: "COCO 1.0", saveImages: true });
  await file.save(join(folder, "labelwire.zip"));
};

const client = (await import(pathToFileURL(entry).href)) as Client; // two of its exports
const startedAt = performance.now();
await (how === "bare" ? transferBare() : transferByClient(client));
const milliseconds = performance.now() - startedAt;
process.stdout.write(JSON.stringify({ milliseconds, peakBytes: process.resourceUsage().maxRSS * 1024 }));
