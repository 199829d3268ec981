import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import { createServer } from "node:https";
import os from "node:os";
import path from "node:path";
import { inspect } from "node:util";
import {
  collect,
  operation,
  putFile,
  type CallOptions,
  type OptionalPagedOperation,
  type PutFileOptions,
} from "@labelwire/core";
import { ProxyAgent } from "undici";
import { expect, onTestFinished, test } from "vitest";
import { listPets, type AcmeClient, type Pet } from "../acme.ts";
import { answerWith, sendJson, type Answer, type Loopback, type Received } from "../loopback.ts";
import { startConnectProxy, type ConnectProxy } from "./connect-proxy.ts";
import { makeCertificate } from "./make-certificate.ts";
import { createSubjectClient } from "./subject-client.ts";
import { subject } from "./subject.ts";

// Hosts that exist behind the proxy alone.
const apiHost = "api.acme.internal";
const storageHost = "storage.acme.internal";
const authorization = `Basic ${Buffer.from("cat:proxy-canary").toString("base64")}`;
const content = Buffer.from(Uint8Array.from({ length: 2_000_000 }, (_, i) => (i * 7 + (i >> 8)) % 251));

interface Office {
  readonly api: Loopback;
  readonly storage: Loopback;
  readonly proxy: ConnectProxy;
  readonly client: AcmeClient;
}

/** Two HTTPS servers of a private certificate authority behind a proxy, and a client that is told of both by its `fetch`. */
async function openOffice(
  answers: { readonly api?: Answer; readonly storage?: Answer },
  told: { readonly token?: string; readonly knowsAuthority?: boolean } = {},
): Promise<Office> {
  const { key, certificate } = makeCertificate([apiHost, storageHost]);
  const start = async (answer: Answer = (_request, response) => sendJson(response, [])): Promise<Loopback> =>
    answerWith(answer, { scheme: "https", make: (listener) => createServer({ key, cert: certificate }, listener) });
  const [api, storage] = await Promise.all([start(answers.api), start(answers.storage)]);
  const proxy = await startConnectProxy({
    authorization,
    ports: { [apiHost]: api.port, [storageHost]: storage.port },
  });
  const { token = authorization, knowsAuthority = true } = told;
  const dispatcher = new ProxyAgent({
    uri: proxy.url,
    token,
    ...(knowsAuthority && { requestTls: { ca: certificate } }),
  });
  onTestFinished(async () => dispatcher.destroy());
  const client = createSubjectClient({
    baseUrl: `https://${apiHost}`,
    organization: "cats",
    // Node's fetch takes a dispatcher; the types of browsers do not know it. It takes those of its own undici and near ones: of
    // undici 7 in Node 22, 24 and 26, but of undici 8 in Node 26 alone ("invalid onRequestStart method").
    fetch: (request) => fetch(request, { dispatcher } as RequestInit),
  });
  return { api, storage, proxy, client };
}

const isBare = ({ headers, url }: Received): boolean =>
  !/acme-canary|cats|proxy-canary/.test(JSON.stringify(headers) + url);
const digest = (bytes: Buffer | string): string => createHash("sha256").update(bytes).digest("hex");

test("a list is read through a proxy and from a server with a private CA, http links included", async () => {
  const { api, proxy, client } = await openOffice({
    api: ({ url }, response) => {
      const page = Number(new URL(url, "http://x").searchParams.get("page") ?? 1);
      // Behind a proxy that ends TLS, servers take themselves for http.
      const next = page < 3 ? `http://${apiHost}/pets?page=${page + 1}` : null;
      sendJson(response, { pets: [{ id: page, name: "cat" }], next });
    },
  });
  const page = subject.nextLink({ items: ["pets"], next: ["next"] });
  const list: OptionalPagedOperation<"acme", CallOptions, unknown, Pet> = operation("list", "get", "/pets", "json", {
    page,
  });
  const pets = await collect(subject.paginate(client, list));
  expect(pets.map(({ id }) => id)).toEqual([1, 2, 3]);
  expect(api.received.every(({ headers }) => headers.authorization === "Bearer acme-canary-token")).toBe(true);
  expect(new Set(proxy.tunnels)).toEqual(new Set([`${apiHost}:443`]));
  expect(proxy.seen).toEqual([]);
});

test("an upload goes through a proxy to a storage that is told no credential", async () => {
  const { api, storage, proxy, client } = await openOffice({
    storage: (_request, response) => response.writeHead(200).end(),
  });
  const fetchByClient: PutFileOptions["fetch"] = (url, init) => client.fetch(url, init);
  const url = `https://${storageHost}/1.jpg?sig=1`;
  const told: number[] = [];
  await putFile({
    url,
    body: new Blob([content]),
    fetch: fetchByClient,
    onProgress: ({ loadedBytes }) => told.push(loadedBytes),
  });
  const [put] = storage.received;
  expect(put).toMatchObject({ method: "PUT", headers: { "content-length": String(content.length) } });
  expect(digest(put?.body ?? "")).toBe(digest(content.toString()));
  expect(told.at(-1)).toBe(content.length);
  expect(storage.received.every(isBare)).toBe(true);
  expect(api.received).toEqual([]);
  expect(proxy.tunnels).toEqual([`${storageHost}:443`]);
});

test("a download goes through a proxy from the server to a storage that is told no credential", async () => {
  const { storage, proxy, client } = await openOffice({
    api: (_request, response) => response.writeHead(302, { location: `https://${storageHost}/export.zip?sig=1` }).end(),
    storage: (_request, response) => response.writeHead(200, { "content-length": content.length }).end(content),
  });
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "proxy-"));
  onTestFinished(() => fs.rm(folder, { recursive: true }));
  const file = await subject.download((request) =>
    client.fetch("/export", { ...request, followCrossOrigin: true, operation: "exportPets" }),
  );
  const saved = await file.save(folder);
  expect(digest(await fs.readFile(saved))).toBe(digest(content));
  expect(storage.received.map(isBare)).toEqual([true]);
  expect(proxy.tunnels).toEqual([`${apiHost}:443`, `${storageHost}:443`]);
});

test("a certificate of an unknown authority is a NetworkError that says so, and not tried again", async () => {
  const { api, proxy, client } = await openOffice({}, { knowsAuthority: false });
  const call = listPets(client);
  await expect(call).rejects.toMatchObject({
    name: "NetworkError",
    operation: "listPets",
    attempts: 1,
    code: expect.stringMatching(/CERT|VERIFY/),
  });
  expect(api.received).toEqual([]);
  expect(proxy.tunnels).toHaveLength(1);
});

test("a proxy that refuses is a NetworkError that shows no password", async () => {
  const token = `Basic ${Buffer.from("cat:other-canary").toString("base64")}`;
  const { api, client } = await openOffice({}, { token });
  const error: unknown = await listPets(client).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: "NetworkError", operation: "listPets" });
  for (const secret of ["other-canary", token, "acme-canary"])
    expect(inspect(error, { depth: 9 })).not.toContain(secret);
  expect(api.received).toEqual([]);
});
