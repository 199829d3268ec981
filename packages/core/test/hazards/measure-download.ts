import { createWriteStream } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { subject } from "./subject.ts";
import { createSubjectClient } from "./subject-client.ts";

// Saves what a URL answers, in a process of its own, and prints the peak of its memory in bytes:
// node measure-download.ts <bare|subject> <url> <folder>
const [how, url = "", folder = ""] = process.argv.slice(2);
const target = path.join(folder, `${how}.bin`);

// Who reads it all into memory is found out long before the machine is in trouble.
setInterval(() => {
  if (process.memoryUsage.rss() > 600_000_000) process.exit(1);
}, 20).unref();

if (how === "bare") {
  const { body } = await fetch(url);
  // Node's own type of the same stream.
  await pipeline(Readable.fromWeb(body as ReadableStream), createWriteStream(target));
} else {
  const client = createSubjectClient({ baseUrl: url });
  const file = await subject.download((request) => client.fetch(url, request), { fallbackName: `${how}.bin` });
  await file.save(folder);
}
process.stdout.write(String(process.resourceUsage().maxRSS * 1024));
