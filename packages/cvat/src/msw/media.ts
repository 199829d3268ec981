import { sentBody, serveBytes, writeZip, type Exchange, type MockTools } from "@labelwire/core/msw";
import type { Target } from "./targets.ts";
import { tinyImage } from "./tiny-image.ts";

/** One frame of a task. */
export interface Frame {
  readonly name: string;
  /** The bytes that were uploaded; absent where the server read the file by itself. */
  readonly content?: Blob;
}

/** What the frames of the tasks of a mock look like. */
export interface MediaStore {
  /** True for a task that was given frames: the server takes no others after them. */
  readonly isAttached: (taskId: number) => boolean;
  /** Gives a task its frames. */
  readonly attach: (taskId: number, frames: readonly Frame[]) => void;
  /** Answers a request for a frame, a chunk of frames, or the pictures around a frame. */
  readonly serveData: (exchange: Exchange, target: Target) => Promise<Response>;
  readonly servePreview: (exchange: Exchange, target: Target) => Response;
  readonly serveMeta: (exchange: Exchange, target: Target) => Response;
  readonly changeMeta: (exchange: Exchange, target: Target) => Response;
}

const framesPerChunk = 36;
const fallbackSize = 3;

/** Makes a {@link MediaStore}. A frame that nobody has uploaded is a picture of one pixel. */
export function createMediaStore(tools: MockTools<never>): MediaStore {
  const attached = new Map<number, readonly Frame[]>();
  const deleted = new Map<string, unknown>();

  const framesOf = ({ kind, id, item }: Target): readonly Frame[] => {
    const known = attached.get(kind === "job" ? Number(item["task_id"]) : id);
    if (known) return known;
    const size = kind === "job" ? Number(item["stop_frame"]) + 1 : Number(item["size"] ?? fallbackSize);
    return Array.from({ length: size }, (_, index) => ({ name: `frame_${String(index).padStart(6, "0")}.png` }));
  };
  const rangeOf = ({ kind, item }: Target, frames: readonly Frame[]): { first: number; last: number } => ({
    first: kind === "job" ? Number(item["start_frame"]) : 0,
    last: kind === "job" ? Number(item["stop_frame"]) : frames.length - 1,
  });
  const meta = (exchange: Exchange, target: Target): Response => {
    const frames = framesOf(target);
    const { first, last } = rangeOf(target, frames);
    return tools.succeed(exchange, {
      size: Math.max(last - first + 1, 0),
      start_frame: first,
      stop_frame: Math.max(last, 0),
      frames: frames
        .slice(first, last + 1)
        .map(({ name }) => ({ name, width: 1, height: 1, related_files: 0, has_related_context: false })),
      deleted_frames: deleted.get(keyOf(target)) ?? [],
      included_frames: null,
      chunk_size: framesPerChunk,
      chapters: null,
    });
  };

  return {
    isAttached: (taskId) => attached.has(taskId),
    attach: (taskId, frames) => {
      attached.set(taskId, frames);
    },
    serveMeta: meta,
    changeMeta: (exchange, target) => {
      const { deleted_frames: frames } = sentBody(exchange);
      if (frames !== undefined) deleted.set(keyOf(target), frames);
      return meta(exchange, target);
    },
    servePreview: ({ request }, target) => {
      const isEmpty = target.kind === "task" && target.item["size"] === 0;
      if (isEmpty && (request.headers.get("prefer") ?? "").includes("handling=empty")) {
        return new Response(null, { status: 204 });
      }
      return picture(request, tinyImage, "image/png");
    },
    serveData: async (exchange, target) => {
      const { request, params } = exchange;
      const { type, number, index } = params.query;
      const frames = framesOf(target);
      const { first, last } = rangeOf(target, frames);
      if (type === "frame") {
        const frame = Number(number ?? first);
        const found = frame >= first && frame <= last ? frames[frame] : undefined;
        if (!found) return tools.refuse(400, `There is no frame ${String(number)}`);
        return picture(
          request,
          await bytesOf(found),
          found.content?.type.startsWith("image/") === true ? found.content.type : "image/png",
        );
      }
      const start = first + Number(index ?? number ?? 0) * framesPerChunk;
      const wanted = type === "chunk" ? frames.slice(start, Math.min(start + framesPerChunk, last + 1)) : [];
      if (type === "chunk" && wanted.length === 0) return tools.refuse(400, "There is no such chunk");
      const entries = await Promise.all(
        wanted.map(async (frame, at) => ({
          name: `${String(at).padStart(6, "0")}.png`,
          content: await bytesOf(frame),
        })),
      );
      const bytes = writeZip(entries);
      const etag = `"${tools.random(`chunk|${keyOf(target)}|${exchange.url.search}|${String(bytes.length)}`).hex(32)}"`;
      return serveBytes(request, { bytes, mediaType: "application/zip", etag });
    },
  };
}

function keyOf({ kind, id }: Target): string {
  return `${kind} ${String(id)}`;
}

async function bytesOf({ content }: Frame): Promise<Uint8Array<ArrayBuffer>> {
  return content ? new Uint8Array(await content.arrayBuffer()) : tinyImage;
}

function picture(request: Request, bytes: Uint8Array<ArrayBuffer>, mediaType: string): Response {
  return new Response(request.method === "HEAD" ? null : bytes, {
    headers: { "content-type": mediaType, "content-length": String(bytes.length) },
  });
}
