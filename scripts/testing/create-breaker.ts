import type { ServerResponse } from "node:http";

/** Breaks connections at a byte; see {@link createBreaker}. */
export interface Breaker {
  /** Sends a part of the body, and closes or resets the connection when all of it has been read. Default: closes. */
  readonly breakAfter: (response: ServerResponse, part: Uint8Array, how?: "close" | "reset") => void;
  /** The global `fetch`, which notices how far its answer has been read. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
}

interface Broken {
  readonly bytes: number;
  readonly breakOff: () => unknown;
}

/**
 * Lets a server break connections at a certain byte: what has come but has not been read when a connection breaks is lost, and how
 * much that is depends on how busy the machine is. So the reader has to use this `fetch`, for one request at a time.
 */
export function createBreaker(): Breaker {
  let next: Broken | undefined;
  return {
    breakAfter: (response, part, how = "close") => {
      const breakOff = (): unknown => (how === "reset" ? response.socket?.resetAndDestroy() : response.destroy());
      next = { bytes: part.byteLength, breakOff };
      response.flushHeaders();
      response.write(part);
    },
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      const broken = next;
      next = undefined;
      return broken === undefined ? response : breakWhenRead(response, broken);
    },
  };
}

/** The same answer, whose connection breaks when so many bytes of it have been read. */
function breakWhenRead(response: Response, { bytes, breakOff }: Broken): Response {
  let read = 0;
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    // Called when the reader waits for a chunk: what is passed on has been read.
    transform: (chunk, controller) => {
      controller.enqueue(chunk);
      read += chunk.byteLength;
      if (read >= bytes) breakOff();
    },
  });
  if (bytes === 0) breakOff();
  const counted = new Response(response.body?.pipeThrough(counting) ?? null, response);
  return Object.defineProperty(counted, "url", { value: response.url });
}
