import { createClient, headerAuth, operation, type CallOptions, type PlatformDefinition } from "@labelwire/core";
import { describe, expect, expectTypeOf, test } from "vitest";
import { startServer, type Answer } from "./loopback.ts";

interface Upload {
  readonly id: number;
}

/** Of an operation whose specification has a 201 without a body and a 202 with JSON. */
const startUpload = operation<"pets", CallOptions, Upload | undefined>("startUpload", "post", "/uploads", "json", {
  mayBeEmpty: true,
});
const getUpload = operation<"pets", CallOptions, Upload>("getUpload", "get", "/uploads/7", "json");

async function connect(answer: Answer) {
  const definition: PlatformDefinition<"pets", { readonly apiKey: string }, object> = {
    platform: "pets",
    title: "Pets",
    servers: { main: (await startServer(answer)).url },
    auth: [headerAuth({ credential: "apiKey", header: "x-key" })],
    readFailure: () => undefined,
    pathTraits: { "post /uploads": { mayBeEmpty: true } },
  };
  interface Paths {
    "/uploads": {
      post: {
        responses: {
          201: { headers: Record<string, unknown>; content?: never };
          202: { headers: Record<string, unknown>; content: { "application/json": Upload } };
        };
      };
    };
  }
  return createClient<"pets", Paths, { readonly apiKey: string }, object>(definition, { auth: { apiKey: "k" } });
}

const nothing =
  (status: number, headers: Record<string, string>): Answer =>
  (_, response) =>
    response.writeHead(status, headers).end();

describe("an operation that may answer with nothing", () => {
  test.each<[string, number, Record<string, string>]>([
    ["under the status that has no body", 201, { "content-length": "0" }],
    ["under the status that should have one", 202, { "content-length": "0", "content-type": "application/json" }],
    ["of a length that is not told", 202, { "transfer-encoding": "chunked" }],
  ])("gives undefined for it: %s", async (_, status, headers) => {
    const client = await connect(nothing(status, headers));
    const { data, error, response } = await startUpload(client);
    expectTypeOf(data).toEqualTypeOf<Upload | undefined>();
    expect({ data, error, status: response.status }).toEqual({ data: undefined, error: undefined, status });
    const byPath = await client.POST("/uploads");
    expectTypeOf(byPath.data).toEqualTypeOf<Upload | undefined>();
    expect(byPath.data).toBeUndefined();
  });

  test("gives what comes under either status, and takes nothing else for JSON", async () => {
    for (const status of [201, 202]) {
      const whole = await connect((_, response) => response.writeHead(status).end('{"id":7}'));
      expect((await startUpload(whole)).data).toEqual({ id: 7 });
      const cut = await connect((_, response) => response.writeHead(status).end('{"id":'));
      await expect(startUpload(cut)).rejects.toThrow("is not JSON, or was cut short");
    }
  });

  test("does not take what middleware has read for nothing", async () => {
    const client = await connect((_, response) => response.writeHead(202).end('{"id":7}'));
    client.use({
      onResponse: async ({ response }) => {
        await response.text();
      },
    });
    await expect(startUpload(client)).rejects.toThrow("was read by middleware, which must read a clone() of it");
  });
});

test("an operation that always answers with JSON does not give undefined for nothing", async () => {
  const client = await connect(nothing(200, { "content-length": "0" }));
  await expect(getUpload(client)).rejects.toMatchObject({
    name: "DecodeError",
    message: "Pets answered getUpload with status 200, but the body is empty.",
  });
});
