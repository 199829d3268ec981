import { createServer } from "node:http";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import { onTestFinished } from "vitest";

/** An HTTP proxy on loopback that opens tunnels, as those of companies do. */
export interface ConnectProxy {
  readonly url: string;
  /** The hosts that tunnels were asked for, in order. */
  readonly tunnels: readonly string[];
  /** What came without a tunnel: requests in plain sight. */
  readonly seen: readonly string[];
}

/**
 * Starts a proxy that lets in who brings `authorization`, and leads every tunnel to `ports` by the name of its host, which need
 * not exist: what arrives came through the proxy.
 */
export async function startConnectProxy(options: {
  readonly authorization: string;
  readonly ports: Readonly<Record<string, number>>;
}): Promise<ConnectProxy> {
  const tunnels: string[] = [];
  const seen: string[] = [];
  const sockets: Duplex[] = [];
  const server = createServer((request, response) => {
    seen.push(request.url ?? "");
    response.writeHead(403).end();
  });
  server.on("connect", (request, socket) => {
    sockets.push(socket);
    const host = request.url ?? "";
    const port = options.ports[host.split(":")[0] ?? ""];
    socket.on("error", () => undefined);
    if (request.headers["proxy-authorization"] !== options.authorization || port === undefined) {
      socket.end(`HTTP/1.1 ${port === undefined ? "502 Bad Gateway" : "407 Proxy Authentication Required"}\r\n\r\n`);
      return;
    }
    tunnels.push(host);
    const upstream = connect(port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on("error", () => socket.destroy());
    sockets.push(upstream);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    // A server no longer knows the connections that became tunnels.
    for (const socket of sockets) socket.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, tunnels, seen };
}
