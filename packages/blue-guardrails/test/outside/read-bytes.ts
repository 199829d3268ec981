import type { IncomingMessage } from "node:http";

/** Reads the whole body of a request. */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk); // no encoding is set, so chunks are bytes
  return Buffer.concat(chunks);
}
