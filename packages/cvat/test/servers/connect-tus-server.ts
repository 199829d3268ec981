import { createCvatClient, type CvatClient } from "@labelwire/cvat";
import { onTestFinished } from "vitest";
import { skippingClock } from "./skipping-clock.ts";
import type { TusTestServer } from "./tus-server-types.ts";
import { startTusServer } from "./tus-server.ts";

/** A server that takes uploads, and a client of it. */
export interface TusConnection {
  readonly server: TusTestServer;
  readonly client: CvatClient;
}

/** Starts a server that takes uploads, and connects a client to it, for one test. */
export async function connectTusServer(options?: Parameters<typeof startTusServer>[0]): Promise<TusConnection> {
  const server = await startTusServer(options);
  onTestFinished(() => server.close());
  const { baseUrl } = server;
  return { server, client: createCvatClient({ baseUrl, auth: { accessToken: "secret" }, clock: skippingClock() }) };
}
