import { createServer, type Server } from "node:http";
import { createServer as createTcpServer, type AddressInfo } from "node:net";
import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { createClient } from "./create-client.ts";
import type { NetworkError } from "./errors.ts";
import { toNetworkError } from "./to-network-error.ts";

let server: Server;
let address: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === "/reset") request.socket.resetAndDestroy();
    else response.writeHead(200, { "content-length": 100 }).write("half", () => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

async function errorOf(work: () => Promise<unknown>, attempts = 1): Promise<NetworkError> {
  const error: unknown = await work().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  const call = { definition: { title: "Acme" }, operation: "getPet", attempts, secrets: () => ["canary-2f7a91"] };
  return toNetworkError(call, error);
}

describe("toNetworkError", () => {
  test("names the origin, and nothing else of the URL", () => {
    const url = new URL("https://u:canary@pets.example:8443/canary?key=canary#canary");
    const call = {
      definition: { title: "Acme" },
      operation: "getPet",
      attempts: 1,
      secrets: () => [],
      url,
    };
    expect(toNetworkError(call, new Error("reset")).message).toBe(
      "The connection to Acme (https://pets.example:8443) failed in getPet: reset",
    );
  });

  test("of a client names the server that was asked", async () => {
    const definition = {
      platform: "acme",
      title: "Acme",
      servers: { main: address },
      auth: [],
      readFailure: () => undefined,
    };
    const acme = createClient(definition, { retry: false });
    const info = { id: "getPet", method: "get", path: "/reset", response: "json" } as const;
    await expect(acme.call(info)).rejects.toThrow(`The connection to Acme (${address}) failed in getPet: `);
  });

  test("leads to the scheme where TLS meets none, and the other way round", async () => {
    const plain = await errorOf(() => fetch(address.replace("http:", "https:")));
    const alert = createTcpServer((socket) =>
      socket.once("data", () => socket.end(Buffer.from("15030300020246", "hex"))),
    );
    await new Promise<void>((resolve) => alert.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void alert.close());
    const { port } = alert.address() as AddressInfo;
    const encrypted = await errorOf(() => fetch(`http://127.0.0.1:${port}/`));
    for (const { message } of [plain, encrypted]) expect(message).toContain("is it http or https? check the base URL");
    const reset = await errorOf(() => fetch(`${address}/reset`));
    expect(reset.message).not.toContain("https?");
  });

  test("says why, with the system's code", async () => {
    const closed = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => closed.once("listening", resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));

    const refused = await errorOf(() => fetch(`http://127.0.0.1:${port}/`), 3);
    expect(refused).toMatchObject({ code: "ECONNREFUSED", attempts: 3, operation: "getPet" });
    expect(refused.message).toContain("The connection to Acme failed in getPet, sent 3 times: connect ECONNREFUSED");
    expect(await errorOf(() => fetch("http://nowhere.invalid/"))).toMatchObject({
      code: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/),
    });
    expect((await errorOf(() => fetch(`${address}/reset`))).code).toMatch(/ECONNRESET|UND_ERR_SOCKET/);
  });

  test("says that a body broke", async () => {
    const broken = await errorOf(() => fetch(`${address}/half`).then((response) => response.text()));
    expect(broken.message).toMatch(/^The connection to Acme failed in getPet: /);
    expect(broken.cause).toBeInstanceOf(Error);
  });

  test("keeps nothing that an error of a user's fetch carries along", async () => {
    const thrown = Object.assign(new Error("failed with key canary-2f7a91"), {
      code: "E_CUSTOM",
      config: { headers: { authorization: "canary-2f7a91" } },
      request: { headers: { apikey: "canary-2f7a91" } },
      cause: undefined,
    });
    const error = await errorOf(() => Promise.reject(thrown));
    expect(error.code).toBe("E_CUSTOM");
    for (const shown of [
      error.message,
      error.stack,
      inspect(error, { depth: 9, showHidden: true }),
      JSON.stringify(error),
    ]) {
      expect(shown).not.toContain("canary");
    }
  });

  test("leads to where a user's fetch failed, without a credential that its stack quotes", async () => {
    async function fetchOfUser(): Promise<Response> {
      throw new TypeError("cannot send canary-2f7a91");
    }
    const error = await errorOf(fetchOfUser);
    expect(error.cause).toMatchObject({
      message: "cannot send [redacted]",
      stack: expect.stringMatching(/^TypeError: cannot send \[redacted\]\n[^]* fetchOfUser /) as unknown,
    });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("canary");
    expect(JSON.stringify(error)).not.toContain("fetchOfUser");
  });

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["a text", "canary-2f7a91"],
    ["null", null],
    ["an object", { config: "canary-2f7a91" }],
  ])("copes with %s thrown", async (_, thrown) => {
    const error = await errorOf(() => Promise.reject(thrown));
    expect(error.message).toBe("The connection to Acme failed in getPet: no reason was given");
    expect(inspect(error, { depth: 9 })).not.toContain("canary");
  });

  test("ends for causes in a circle", async () => {
    const [one, two] = [new Error("one"), new Error("two")];
    one.cause = two;
    two.cause = one;
    expect((await errorOf(() => Promise.reject(one))).message).toMatch(/one|two/);
  });
});
