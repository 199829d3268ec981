import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** A server on loopback. */
export interface OpenServer {
  readonly origin: string;
  /** Ends its connections, and resolves when it is closed. */
  readonly close: () => Promise<void>;
}

/** Starts an HTTP server on a loopback port that the system picks. It never keeps its process alive. */
export async function openServer(listener: RequestListener): Promise<OpenServer> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  server.unref();
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { origin: `http://127.0.0.1:${port}`, close };
}
