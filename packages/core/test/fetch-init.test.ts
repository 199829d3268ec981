import type { FetchInit } from "@labelwire/core";
import { expect, expectTypeOf, test } from "vitest";
import { createAcmeClient } from "./acme.ts";

test("a Request goes on to another address by a Request, and is no init, where its method and body would be lost", async () => {
  const sent: string[] = [];
  const client = createAcmeClient({
    baseUrl: "https://acme.example/v1",
    fetch: async (request) => {
      sent.push(`${request.method} ${request.url} ${await request.text()}`);
      return Response.json([]);
    },
  });
  const incoming = new Request("https://app.example/pets", { method: "POST", body: "cats" });
  await client.fetch(new Request(`${client.baseUrl}/pets`, incoming));
  expect(sent).toEqual(["POST https://acme.example/v1/pets cats"]);
  expectTypeOf<Request>().not.toExtend<FetchInit>();
  expectTypeOf<RequestInit>().toExtend<FetchInit>();
  expectTypeOf(client.fetch).toExtend<typeof fetch>();
});
