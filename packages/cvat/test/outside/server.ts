import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { sendAnswer } from "./answer.ts";
import { answerCall } from "./answer-call.ts";
import { createPlatform } from "./platform.ts";

/** The platform a second time, written from what is known of it alone: what `pnpm test:outside` runs documented code against. */
export interface OutsideServer {
  /** The origins that it stands for, and the loopback address of each. */
  readonly origins: Readonly<Record<string, string>>;
  /** The environment in which a reader would run the code. */
  readonly environment: Readonly<Record<string, string>>;
  close(): void;
}

/** The hosted service, and one of the reader's own. */
const servedOrigins = ["https://app.cvat.ai", "https://cvat.example.com"];

/** Starts it on a loopback port that the system picks. It never keeps its process alive. */
export async function startServer(): Promise<OutsideServer> {
  const platform = createPlatform();
  const server = createServer((request, response) => {
    void answerCall(platform, request).then((answer) => sendAnswer(request, response, answer));
  });
  server.unref();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // a server that listens on TCP has no other kind of address
  return {
    origins: Object.fromEntries(servedOrigins.map((origin) => [origin, `http://127.0.0.1:${port}`])),
    environment: {
      CVAT_ACCESS_TOKEN: "outside-access-token",
      CVAT_READ_ONLY_TOKEN: "outside-read-only-token",
      CVAT_PASSWORD: "outside-password",
      CVAT_SESSION_ID: "outside-session",
      CVAT_CSRF_TOKEN: "outside-csrf-token",
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
