import { saveFile } from "#node-files";
import { checkOptions, type OptionRules } from "./check-options.ts";
import { systemClock } from "./clock.ts";
import { collect } from "./collect.ts";
import { configFault } from "./config-fault.ts";
import { readDownloadHead, refusedDownload } from "./download-head.ts";
import type { DownloadOptions, DownloadSettings, OpenDownload } from "./download-source.ts";
import type { DownloadedFile } from "./downloaded-file.ts";
import { responseFileName, safeFileName } from "./file-name.ts";
import { joinSignals } from "./join-signals.ts";
import { openConnection } from "./open-connection.ts";
import { callable, callRules, positive } from "./option-rules.ts";
import { readDownload } from "./read-download.ts";
import type { Download } from "./resume-download.ts";

type Chunk = Uint8Array<ArrayBuffer>;

/** One reading of the file, and what ends it. */
interface Reading {
  readonly download: Download;
  readonly abort: (reason?: unknown) => void;
}

/**
 * Begins a download: resolves when the head of the answer has come, to a handle that streams, collects or saves the bytes.
 *
 * @param open - Asks for the file. It decides who is told credentials: a client's `fetch` keeps them to its own origin.
 * @throws ApiError when the answer is an error, the signal's reason when aborted, ConfigError for an option that cannot be used, and
 * what `open` rejects with.
 * @example
 * const file = await download((request) => client.fetch(link, { ...request, followCrossOrigin: true }), { operation: "exportPets" });
 * await file.save("./exports/");
 */
export async function download(open: OpenDownload, options: DownloadOptions = {}): Promise<DownloadedFile> {
  checkOptions(options, rules);
  const first = await startReading(open, options);
  const { connection, head, settings } = first.download;
  const name = nameOf(connection.response, options, first.abort);
  const readings = new Set([first]);
  let unread: Reading | undefined = first;

  const take = async (): Promise<Reading> => {
    const reading = unread ?? (await startReading(open, options));
    unread = undefined;
    readings.add(reading);
    return reading;
  };
  async function* read(reading: Reading): AsyncGenerator<Chunk, void, undefined> {
    try {
      yield* readDownload(reading.download);
    } finally {
      reading.abort();
      readings.delete(reading);
    }
  }
  async function* chunks(): AsyncGenerator<Chunk, void, undefined> {
    yield* read(await take());
  }

  return {
    name,
    ...(head.size !== undefined && { size: head.size }),
    ...(head.mediaType !== undefined && { mediaType: head.mediaType }),
    stream: () => toStream({ take, read, unread: () => unread }),
    blob: async () => new Blob(await collect(chunks()), { type: head.mediaType ?? "" }),
    bytes: async () => concatenate(await collect(chunks())),
    text: async () => new TextDecoder().decode(concatenate(await collect(chunks()))),
    save: async (target, options = {}) => {
      checkOptions(options, { overwrite: [(value) => typeof value === "boolean", "true or false"] });
      if (typeof target !== "string" || target === "")
        throw configFault("target", "must be the path of a file or of a directory");
      const { overwrite = false } = options;
      return saveFile(target, { name, chunks: chunks(), overwrite, operation: settings.operation });
    },
    cancel: () => {
      for (const { abort } of readings) abort();
    },
  };
}

function nameOf(response: Response, options: DownloadOptions, abort: () => void): string {
  try {
    const given = safeFileName(options.fileName?.(response) ?? "");
    return given || responseFileName(response, options.fallbackName ?? "download");
  } catch (error) {
    // What the caller's function throws leaves nobody who could cancel the transfer.
    abort();
    throw error;
  }
}

const rules: OptionRules = {
  operation: undefined,
  fallbackName: undefined,
  fileName: callable,
  versionHeader: undefined,
  onProgress: callable,
  signal: callRules["signal"],
  stallTimeoutMs: positive,
  maxResumes: [(value) => Number.isInteger(value) && Number(value) >= 0, "a whole number, 0 or more"],
  clock: undefined,
  random: undefined,
};

async function startReading(open: OpenDownload, options: DownloadOptions): Promise<Reading> {
  const { signal, abort } = joinSignals(options.signal);
  const settings: DownloadSettings = {
    operation: options.operation ?? "download",
    versionHeader: options.versionHeader,
    onProgress: options.onProgress ?? (() => undefined),
    signal,
    stallTimeoutMs: options.stallTimeoutMs ?? 60_000,
    maxResumes: options.maxResumes ?? 5,
    clock: options.clock ?? systemClock,
    random: options.random ?? Math.random,
  };
  try {
    const connection = await openConnection(open, {}, settings);
    const { response } = connection;
    if (!response.ok) throw refusedDownload(settings.operation, response);
    return {
      download: { connection, head: readDownloadHead(response, settings.versionHeader), open, settings },
      abort,
    };
  } catch (error) {
    abort();
    throw error;
  }
}

interface StreamSource {
  readonly take: () => Promise<Reading>;
  readonly read: (reading: Reading) => AsyncGenerator<Chunk, void, undefined>;
  readonly unread: () => Reading | undefined;
}

/** A stream that pulls: it asks for the next chunk when its reader does. */
function toStream({ take, read, unread }: StreamSource): ReadableStream<Chunk> {
  let reading: Promise<Reading> | undefined;
  let chunks: AsyncGenerator<Chunk, void, undefined> | undefined;
  return new ReadableStream<Chunk>(
    {
      async pull(controller) {
        chunks ??= read(await (reading ??= take()));
        const { done, value } = await chunks.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      async cancel(reason) {
        // Of a stream that nobody has read from, the transfer under way is the first one, or there is none.
        (await (reading ?? unread()))?.abort(reason);
        await chunks?.return();
      },
    },
    { highWaterMark: 0 },
  );
}

function concatenate(chunks: readonly Chunk[]): Chunk {
  const whole = new Uint8Array(chunks.reduce((size, { byteLength }) => size + byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
