import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { answerCall, type Platform } from "./answer-call.ts";
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
  const keys = { workspace: "outside-test-key", user: "outside-user-key" };
  const platform: Platform = { keys, records: createRecords() };
  const server = createServer((request, response) => void answerCall(platform, request, response));
  server.unref();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // a server that listens on TCP has no other kind of address
  return {
    origins: { "https://api.blueguardrails.com": `http://127.0.0.1:${port}` },
    environment: { BLUE_GUARDRAILS_API_KEY: keys.workspace, BLUE_GUARDRAILS_USER_KEY: keys.user },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
