// Run as a process of its own by answer-server.ts, which sends the body, is sent the port, and ends it by disconnecting.
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const [body] = (await once(process, "message")) as [string]; // what answer-server.ts sends
const headers = { "content-type": "application/json" };
const server = createServer((_, response) => response.writeHead(200, headers).end(body)).listen(0, "127.0.0.1");
await once(server, "listening");
process.send?.((server.address() as AddressInfo).port); // a TCP server has one
process.once("disconnect", () => process.exit());
