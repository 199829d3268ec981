import { createReadStream } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

// Uploads a file, in a process of its own so that the peak of its memory is that of the transfer, and prints how long and how much:
// node transfer-upload.ts <bare|labelwire> <base URL> <file> <entry of the client>
const [how = "", baseUrl = "", file = "", entry = ""] = process.argv.slice(2);

const chunkSize = 10_485_760;

interface Client {
  createCvatClient(options: object): unknown;
  uploadTaskData(client: unknown, taskId: number, data: readonly string[], options: object): Promise<unknown>;
}

interface TusLibrary {
  readonly Upload: new (file: unknown, options: object) => { start(): void };
}

const transfers: Readonly<Record<string, () => Promise<void>>> = {
  bare: async () => {
    const { Upload } = createRequire(entry)("tus-js-client") as TusLibrary; // one of its exports
    const endpoint = `${baseUrl}/api/tasks/7/data/`;
    await new Promise((onSuccess, onError) => {
      const headers = { authorization: "Bearer bench" };
      const metadata = { filename: "movie.mp4" };
      new Upload(createReadStream(file), { endpoint, headers, metadata, chunkSize, onSuccess, onError }).start();
    });
  },
  labelwire: async () => {
    const client = (await import(pathToFileURL(entry).href)) as Client; // two of its exports
    const cvat = client.createCvatClient({ baseUrl, auth: { accessToken: "bench" } });
    await client.uploadTaskData(cvat, 7, [file], { uploadChunkBytes: chunkSize });
  },
};

const startedAt = performance.now();
await transfers[how]?.();
const milliseconds = performance.now() - startedAt;
process.stdout.write(JSON.stringify({ milliseconds, peakBytes: process.resourceUsage().maxRSS * 1024 }));
