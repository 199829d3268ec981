import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** A server on loopback. */
export interface ServedMock {
  readonly origin: string;
  close(): void;
}

/** Serves a mock's `fetch` over HTTP, on a loopback port that the system picks. */
export async function serveMock(answerTo: (request: Request) => Promise<Response>): Promise<ServedMock> {
  const server = createServer((incoming, outgoing) => {
    const answer = async (): Promise<void> => {
      const { method = "GET", url = "/", headers } = incoming;
      const given = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
      const bytes = new Uint8Array(await buffer(incoming));
      const body = bytes.length === 0 ? {} : { body: bytes };
      const asked = new Request(new URL(url, "https://app.cvat.ai"), { method, headers: given, ...body });
      const response = await answerTo(asked);
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(new Uint8Array(await response.arrayBuffer()));
    };
    answer().catch((error: unknown) => outgoing.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // a server that listens on TCP has no other kind of address
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${port}`, close };
}
