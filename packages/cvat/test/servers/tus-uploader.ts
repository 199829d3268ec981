import { readFileSync, writeFileSync } from "node:fs";
import { createCvatClient, uploadTaskData, type UploadStore } from "@labelwire/cvat";

// Uploads a file in a process of its own, which can be killed: node tus-uploader.ts <base URL> <file> <file of the store>
const [baseUrl = "", file = "", notes = ""] = process.argv.slice(2);

const read = (): Record<string, string> => JSON.parse(readFileSync(notes, "utf8")) as Record<string, string>;
const write = (entries: Record<string, string | undefined>): void => writeFileSync(notes, JSON.stringify(entries));
const store: UploadStore = {
  get: (key) => read()[key],
  set: (key, value) => write({ ...read(), [key]: value }),
  delete: (key) => write({ ...read(), [key]: undefined }),
};

const client = createCvatClient({ baseUrl, auth: { accessToken: "secret" } });
await uploadTaskData(client, 7, [file], { uploadChunkBytes: 100_000, resume: { store } });
