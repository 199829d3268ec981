import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { answerCall, type Platform } from "./answer-call.ts";
import { ObjectStorage, storageOrigin } from "./object-storage.ts";
import { createRecords } from "./records.ts";

/** The platform a second time, written from its documentation alone: what `pnpm test:outside` runs documented code against. */
export interface OutsideServer {
  /** The origins that it stands for, and the loopback address of each. */
  readonly origins: Readonly<Record<string, string>>;
  /** The environment in which a reader would run the code. */
  readonly environment: Readonly<Record<string, string>>;
  close(): void;
}

const apiOrigins = [
  "https://imeritapi.ango.ai",
  "https://us-api.ango.ai",
  "https://in-api.ango.ai",
  "https://testapi.ango.ai",
];

/** Starts it on loopback ports that the system picks. It never keeps its process alive. */
export async function startServer(): Promise<OutsideServer> {
  const apiKey = "outside-test-key";
  const storage = new ObjectStorage();
  const platform: Platform = { apiKey, records: createRecords(), storage, arrivals: [] };
  const api = await listen((request, response) => void answerCall(platform, request, response));
  const files = await listen((request, response) => void storage.answer(request, response));
  return {
    origins: {
      ...Object.fromEntries(apiOrigins.map((origin) => [origin, api.address])),
      [storageOrigin]: files.address,
    },
    environment: { ANGO_API_KEY: apiKey },
    close: () => {
      api.close();
      files.close();
    },
  };
}

async function listen(listener: RequestListener): Promise<{ address: string; close: () => void }> {
  const server = createServer(listener);
  server.unref();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // a server that listens on TCP has no other kind of address
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${port}`, close };
}
