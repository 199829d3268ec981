import {
  createClient,
  exactIntegers,
  isConfigError,
  isDecodeError,
  operation,
  unwrap,
  type CallOptions,
  type Client,
  type IntegerPlaces,
  type Operation,
  type PlatformDefinition,
} from "@labelwire/core";
import { describe, expect, expectTypeOf, test } from "vitest";
import { acme, type AcmeCredentials } from "./acme.ts";
import { sendJson, startServer } from "./loopback.ts";

type Id = string | bigint | number;

interface FindInit extends CallOptions {
  params: { path: { owner: Id }; query?: { after?: Id } };
  body: { ids: Id[]; note?: string };
}

interface Found {
  pets: { id: string; age: number }[];
}

const integers: IntegerPlaces = { sent: ["/path/owner", "/query/after", "/body/ids/*"], answered: ["/pets/*/id"] };
const path = "/owners/{owner}/pets";
const find: Operation<"acme", FindInit, Found> = operation("findPets", "post", path, "json", { integers });
const big = "358183635683250176";

const definition: PlatformDefinition<"acme", AcmeCredentials, {}> = {
  platform: "acme",
  title: "Acme",
  servers: acme.servers,
  auth: acme.auth,
  readFailure: acme.readFailure,
  exactIntegers,
  pathTraits: { [`post ${path}`]: { integers } },
};

/** A client of a platform with 64-bit integers; calls by path are typed as any here. */
function createPetClient(baseUrl: string): Client<"acme", {}, AcmeCredentials, {}> {
  return createClient(definition, { auth: { accessToken: "token-of-acme" }, baseUrl, retry: false });
}

describe("64-bit integers", () => {
  test("are sent as JSON integers with all their digits, and arrive as strings", async () => {
    const server = await startServer(({ body }, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(`{"pets":[{"id":${big},"age":3},{"id":7,"age":4}],"echo":${JSON.stringify(body)}}`);
    });
    const client = createPetClient(server.url);
    const found = await unwrap(
      find(client, {
        params: { path: { owner: big }, query: { after: 9007199254740993n } },
        body: { ids: [big, 9007199254740993n, 12], note: big },
      }),
    );
    expect(found.pets).toEqual([
      { id: big, age: 3 },
      { id: "7", age: 4 },
    ]);
    expectTypeOf(found.pets).toEqualTypeOf<{ id: string; age: number }[]>();
    expect(server.received).toEqual([
      expect.objectContaining({
        url: `/owners/${big}/pets?after=9007199254740993`,
        body: `{"ids":[${big},9007199254740993,12],"note":"${big}"}`,
      }),
    ]);
    expect(server.received[0]?.headers["content-type"]).toBe("application/json");
    expect(server.received[0]?.headers["content-length"]).toBe(String(server.received[0]?.body.length));
  });

  test("keep their digits in calls by path too", async () => {
    const server = await startServer((_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(`{"pets":[{"id":${big}}]}`);
    });
    const info = { id: "POST /owners", method: "post", path, response: "json", integers } as const;
    const { data } = await createPetClient(server.url).call(info, {
      params: { path: { owner: 1 } },
      body: { ids: [2n] },
    });
    expect(data).toEqual({ pets: [{ id: big }] });
    expect(server.received[0]?.body).toBe('{"ids":[2]}');
  });

  test.each<[option: string, init: FindInit]>([
    ["params.path.owner", { params: { path: { owner: 2 ** 60 } }, body: { ids: [] } }],
    ["params.query.after", { params: { path: { owner: 1 }, query: { after: 1e21 } }, body: { ids: [] } }],
    ["body.ids[1]", { params: { path: { owner: 1 } }, body: { ids: [1, 358183635683250180] } }],
    ["body.ids[0]", { params: { path: { owner: 1 } }, body: { ids: ["12a"] } }],
  ])("a %s that is no longer exact is refused, and nothing is sent", async (option, init) => {
    const server = await startServer((_, response) => {
      sendJson(response, {});
    });
    const error: unknown = await find(createPetClient(server.url), init).catch((reason: unknown) => reason);
    expect(isConfigError(error) && error.option).toBe(option);
    expect(isConfigError(error) && error.operation).toBe("findPets");
    expect(server.received).toEqual([]);
  });

  test("forms and bytes that were made by hand are sent as they are", async () => {
    const server = await startServer((_, response) => {
      sendJson(response, { pets: [] });
    });
    const info = { id: "findPets", method: "post", path: "/pets", response: "json", integers } as const;
    await createPetClient(server.url).call(info, { body: new URLSearchParams({ ids: "1" }) });
    expect(server.received[0]?.body).toBe("ids=1");
  });

  test("an answer that was cut short is still a DecodeError", async () => {
    const server = await startServer((_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(`{"pets":[{"id":${big}`);
    });
    const init = { params: { path: { owner: 1 } }, body: { ids: [] } };
    const error: unknown = await find(createPetClient(server.url), init).catch((reason: unknown) => reason);
    expect(isDecodeError(error) && error.message).toContain("is not JSON, or was cut short");
  });
});
