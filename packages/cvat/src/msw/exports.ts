import { serveBytes, type Exchange, type Item, type MockTools, type StoredFile } from "@labelwire/core/msw";
import type { AnnotationStore } from "./annotations.ts";
import type { Background, BackgroundWork } from "./background.ts";
import { exportArchive } from "./export-archive.ts";
import type { formats } from "./formats.ts";
import { isFormat } from "./formats.ts";
import { plainText } from "./plain-text.ts";
import { serverUrl } from "./server-url.ts";
import { targetFields, type Target } from "./targets.ts";

interface ExportContext {
  readonly tools: MockTools<never>;
  readonly background: Background;
  readonly annotations: AnnotationStore;
}

/** Starts exports, and serves the files that they end in. */
export interface Exports {
  readonly startDataset: (exchange: Exchange, target: Target) => Response;
  readonly startBackup: (exchange: Exchange, target: Target) => Response;
  readonly startEvents: (exchange: Exchange) => Response;
  readonly download: (exchange: Exchange) => Response;
}

/** How long the server keeps the file of an export, where nobody has set it otherwise. */
const lifetimeMs = 86_400_000;

interface ExportedFile extends StoredFile {
  /** When the server throws it away, in milliseconds since the epoch. */
  readonly expiryMs: number;
}

/** Makes the exports of a mock. The same export has the same bytes until it is made again. */
export function createExports({ tools, background, annotations }: ExportContext): Exports {
  const files = new Map<string, ExportedFile>();

  const start = (exchange: Exchange, { id, operation, downloadPath, file }: ExportWork): Response => {
    const base = serverUrl(exchange.url);
    const toCloud = exchange.params.query["location"] === "cloud_storage";
    return background.start(exchange, {
      id,
      operation,
      finish: (requestId): Item => {
        if (toCloud) return { result_url: null };
        const made = file();
        const etag = `"${tools.random(`export|${requestId}|${String(made.bytes.length)}`).hex(32)}"`;
        const expiryMs = tools.now() + lifetimeMs;
        files.set(requestId, { ...made, etag, expiryMs });
        return {
          result_url: `${base}${downloadPath}?rq_id=${encodeURIComponent(requestId)}`,
          expiry_date: new Date(expiryMs).toISOString(),
        };
      },
    });
  };

  const nameOf = (exchange: Exchange, fallback: string): string => {
    const { filename } = exchange.params.query;
    return typeof filename === "string" && filename !== "" ? filename : fallback;
  };

  return {
    startDataset: (exchange, target) => {
      const { format, save_images: saveImages = false } = exchange.params.query;
      if (!isFormat("exporters", format)) return unknownFormat(tools, format, "exporters");
      const subresource = saveImages === true ? "dataset" : "annotations";
      const fallback = `${target.kind}_${String(target.id)}_${subresource}_${String(format).toLowerCase()}.zip`;
      return start(exchange, {
        id: { action: "export", ...idOf(target), subresource, format: String(format) },
        operation: { type: `export:${subresource}`, ...targetFields(target), format },
        downloadPath: `/api/${target.kind}s/${String(target.id)}/dataset/download`,
        file: () => ({
          bytes: exportArchive(target, { annotations: annotations.of(target), withImages: saveImages === true }),
          mediaType: "application/zip",
          fileName: nameOf(exchange, fallback),
        }),
      });
    },
    startBackup: (exchange, target) => {
      const { lightweight = false } = exchange.params.query;
      return start(exchange, {
        id: {
          action: "export",
          ...idOf(target),
          subresource: "backup",
          lightweight: lightweight === true ? "True" : undefined,
        },
        operation: { type: "export:backup", ...targetFields(target), lightweight },
        downloadPath: `/api/${target.kind}s/${String(target.id)}/backup/download`,
        file: () => ({
          bytes: exportArchive(target, { annotations: annotations.of(target), withImages: lightweight !== true }),
          mediaType: "application/zip",
          fileName: nameOf(exchange, `${target.kind}_${String(target.id)}_backup.zip`),
        }),
      });
    },
    startEvents: (exchange) =>
      start(exchange, {
        id: { action: "export", target: "events", user_id: 1, query: tools.random(exchange.url.search).hex(12) },
        operation: { type: "export:events", target: "events" },
        downloadPath: "/api/events/download",
        file: () => ({
          bytes: new TextEncoder().encode("scope,obj_name,obj_id,timestamp\n"),
          mediaType: "text/csv",
          fileName: nameOf(exchange, "events.csv"),
        }),
      }),
    download: ({ request, url }) => {
      const id = url.searchParams.get("rq_id") ?? "";
      if (background.isRunning(id)) return plainText(400, "The export process is not finished");
      const file = files.get(id);
      if (!file) return plainText(400, "Unknown export request id");
      if (tools.now() >= file.expiryMs) return plainText(404, "The exported file has expired, please retry exporting");
      return serveBytes(request, file);
    },
  };
}

interface ExportWork {
  readonly id: BackgroundWork["id"];
  readonly operation: Item;
  readonly downloadPath: string;
  /** Makes the file, when the work is done. */
  readonly file: () => Omit<StoredFile, "etag">;
}

/** The server says that a format is unknown, and not which there are (2.73). */
export function unknownFormat(tools: MockTools<never>, format: unknown, kind: keyof typeof formats): Response {
  const what = kind === "exporters" ? "export" : "import";
  return tools.refuse(400, `Unknown format ${JSON.stringify(format)} specified for the ${what}`);
}

function idOf({ kind, id }: Target): BackgroundWork["id"] {
  return { target: kind, target_id: id, user_id: 1 };
}
