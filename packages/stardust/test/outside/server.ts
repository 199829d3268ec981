import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { answerCall } from "./answer-call.ts";
import { createRecords } from "./records.ts";

/** The platform a second time, written from its documentation alone: what `pnpm test:outside` runs documented code against. */
export interface OutsideServer {
  /** The origins that it stands for, and the loopback address of each. */
  readonly origins: Readonly<Record<string, string>>;
  /** The environment in which a reader would run the code. */
  readonly environment: Readonly<Record<string, string>>;
  close(): void;
}

/** Starts it on a loopback port that the system picks. It never keeps its process alive. */
export async function startServer(): Promise<OutsideServer> {
  const platform = { accessKey: "AKOUTSIDE", secretKey: "outside-secret", records: createRecords() };
  const server = createServer((request, response) => void answerCall(platform, request, response));
  server.unref();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // a server that listens on TCP has no other kind of address
  return {
    origins: { "https://portal-prod.rosettalab.top": `http://127.0.0.1:${port}` },
    environment: { STARDUST_ACCESS_KEY: platform.accessKey, STARDUST_SECRET_KEY: platform.secretKey },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
