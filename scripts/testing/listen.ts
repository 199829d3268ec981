import type { RequestListener } from "node:http";
import { onTestFinished } from "vitest";
import { openServer } from "./open-server.ts";

/** Starts an HTTP server on loopback, for one test: it closes with its connections when the test ends. Gives its origin. */
export async function listen(listener: RequestListener): Promise<string> {
  const { origin, close } = await openServer(listener);
  onTestFinished(close);
  return origin;
}
