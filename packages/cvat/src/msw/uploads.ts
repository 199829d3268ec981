import { sentBody, type Exchange, type MockTools } from "@labelwire/core/msw";
import type { Background, BackgroundWork } from "./background.ts";
import { unknownFormat } from "./exports.ts";
import { isFormat } from "./formats.ts";
import type { Frame, MediaStore } from "./media.ts";
import { plainText } from "./plain-text.ts";
import { targetFields, type Target } from "./targets.ts";
import { attachTaskData } from "./task-data.ts";
import type { ArrivedFile, TusStore } from "./tus-store.ts";

interface UploadContext {
  readonly tools: MockTools<never>;
  readonly background: Background;
  readonly media: MediaStore;
  readonly store: TusStore;
}

/** Takes files: a task's data, annotations and datasets to import, backups to restore. */
export interface Uploads {
  readonly taskData: (exchange: Exchange, target: Target) => Response;
  readonly annotations: (exchange: Exchange, target: Target) => Response;
  readonly dataset: (exchange: Exchange, target: Target) => Response;
  readonly backup: (exchange: Exchange, kind: "task" | "project") => Response;
}

/**
 * Makes the uploads of a mock. Every endpoint takes a file in one request, or in steps that headers tell apart by being there:
 * `Upload-Start`, files by TUS or in forms with `Upload-Multiple`, `Upload-Finish` (server 2.73).
 */
export function createUploads({ tools, background, media, store }: UploadContext): Uploads {
  /** Answers every step but the last, which is left to the caller. */
  const step = (exchange: Exchange, tellsName: boolean): Response | undefined => {
    const { headers } = exchange.request;
    const endpoint = endpointOf(exchange);
    if (headers.has("upload-finish")) return undefined;
    if (headers.has("upload-start")) {
      store.begin(endpoint);
      return new Response(null, { status: 202 });
    }
    if (headers.has("upload-length")) return store.create(exchange, { endpoint, tellsName });
    if (!headers.has("upload-multiple")) return undefined;
    store.keep(endpoint, filesIn(exchange));
    return new Response(null, { status: 200 });
  };

  /** The file to import: from a form, from an upload that is asked for by name, or from a cloud storage. */
  const findFile = (exchange: Exchange): ArrivedFile | "cloud" | Response => {
    const { filename, location } = exchange.params.query;
    if (location === "cloud_storage") return "cloud";
    const [sent] = filesIn(exchange);
    if (filename === undefined && sent) return { fileId: "", name: sent.name, content: sent };
    // A form's file is not looked at where a name is given too (cvat-ai/cvat issue 5781).
    return store.take(endpointOf(exchange), String(filename)) ?? plainText(400, "No such file were uploaded");
  };

  const startImport = (exchange: Exchange, work: BackgroundWork): Response => {
    const file = findFile(exchange);
    return file instanceof Response ? file : background.start(exchange, work);
  };

  const importInto = (exchange: Exchange, target: Target, subresource: "annotations" | "dataset"): Response => {
    const early = step(exchange, false);
    if (early) return early;
    const { format } = exchange.params.query;
    if (!isFormat("importers", format)) return unknownFormat(tools, format, "importers");
    return startImport(exchange, {
      id: { action: "import", target: target.kind, target_id: target.id, subresource },
      operation: { type: `import:${subresource}`, ...targetFields(target), format },
      finish: () => {
        if (subresource === "dataset") tools.create("tasks", { name: "imported", project_id: target.id });
        return {};
      },
    });
  };

  return {
    taskData: (exchange, target) => {
      const early = step(exchange, true);
      if (early) return early;
      // A task that a test seeds without saying more takes data, however many frames were made up for it.
      if (media.isAttached(target.id)) return tools.refuse(400, "Adding more data is not supported");
      const arrived = store.takeAll(endpointOf(exchange));
      const fields = sentBody(exchange);
      const files = [...arrived, ...toFrames(exchange)];
      if (files.length === 0) return tools.refuse(400, "No media data found");
      const taskId = target.id;
      return background.start(exchange, {
        id: { action: "create", target: "task", target_id: taskId },
        operation: { type: "create:task", ...targetFields(target) },
        finish: () => {
          attachTaskData({ taskId, files, fields }, { tools, media });
          return {};
        },
      });
    },
    annotations: (exchange, target) => importInto(exchange, target, "annotations"),
    dataset: (exchange, target) => importInto(exchange, target, "dataset"),
    backup: (exchange, kind) => {
      const early = step(exchange, false);
      if (early) return early;
      const id = tools.random(`restore|${kind}|${String(tools.items("requests").length)}`).hex(32);
      return startImport(exchange, {
        id: { action: "import", target: kind, id, subresource: "backup" },
        operation: { type: "import:backup", target: kind },
        finish: () => ({ result_id: tools.create(`${kind}s`, { name: `restored ${kind}` })["id"] }),
      });
    },
  };
}

function endpointOf({ url }: Exchange): string {
  return url.pathname.replace(/\/$/, "");
}

/** The fields of a form may have a number in their name, as `client_files[0]`. */
function filesIn(exchange: Exchange): readonly File[] {
  return Object.values(sentBody(exchange)).flatMap((value) =>
    (Array.isArray(value) ? value : [value]).filter((one): one is File => one instanceof File),
  );
}

/** What a body brings, and what it names for the server to fetch. */
function toFrames(exchange: Exchange): readonly Frame[] {
  const fields = sentBody(exchange);
  const sent = filesIn(exchange).map((file): Frame => ({ name: file.name, content: file }));
  const named = [fields["server_files"], fields["remote_files"]].flat().filter((name) => typeof name === "string");
  return [...sent, ...named.map((name): Frame => ({ name }))];
}
