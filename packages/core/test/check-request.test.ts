import { ConfigError, createClient } from "@labelwire/core";
import { expect, test } from "vitest";
import { acme, getPet, type AcmeClient } from "./acme.ts";
import { sendJson, startServer } from "./loopback.ts";

function checkRequest({ headers }: Request): void {
  if (headers.get("accept") !== "text/csv") return;
  throw new ConfigError({ option: "headers.accept", message: "headers.accept must not be text/csv." });
}

function connect(baseUrl: string): AcmeClient {
  return createClient({ ...acme, checkRequest }, { baseUrl, auth: { accessToken: "t" } });
}

const refused = expect.objectContaining({ name: "ConfigError", option: "headers.accept" }) as unknown;

test("a request that the platform cannot answer is refused unsent, whoever wrote it", async () => {
  const server = await startServer((_, response) => sendJson(response, { id: 7, name: "Tom" }));
  const client = connect(server.url);
  const params = { path: { id: 7 } };
  await expect(getPet(client, { params, headers: { accept: "text/csv" } })).rejects.toEqual(refused);
  await expect(client.fetch("/pets/7", { headers: { accept: "text/csv" } })).rejects.toEqual(refused);
  client.use({
    onRequest: ({ request }) => {
      request.headers.set("accept", "text/csv");
    },
  });
  await expect(client.GET("/pets/{id}", { params })).rejects.toEqual(refused);
  expect(server.received).toHaveLength(0);
});

test("a request to another origin is none of the platform's business", async () => {
  const storage = await startServer((_, response) => sendJson(response, {}));
  const response = await connect("https://acme.test").fetch(storage.url, { headers: { accept: "text/csv" } });
  expect(response.status).toBe(200);
});
