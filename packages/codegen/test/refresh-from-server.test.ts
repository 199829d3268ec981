import { gzipSync } from "node:zlib";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { petsText, readTree, refreshPets, serve } from "./refresh-repository.ts";
import { writeRepository } from "./write-repository.ts";

describe("a refresh from a server", () => {
  test("follows a redirect, and writes the address that was asked", async () => {
    const root = await writeRepository();
    const text = await petsText();
    const base = await serve((request, response) => {
      if (request.url === "/api/schema") response.writeHead(302, { location: "/openapi.json" }).end();
      else response.setHeader("content-type", "application/yaml").end(text);
    });
    const { error } = await refreshPets(root, `${base}/api/schema`);
    expect(error).toBe("");
    const source: unknown = JSON.parse(await readFile(join(root, "specs/pets/source.json"), "utf8"));
    expect(source).toMatchObject({ url: `${base}/api/schema`, version: "1.2.0" });
  });

  test.each<[string, number, string, RegExp]>([
    ["a status that is no success", 503, "busy", /: the server answered 503\. To mend: /],
    ["nothing to read", 204, "", /: the server answered 204\./],
    ["a login page", 200, "<html>Log in</html>", /: it is HTML or XML\./],
    ["an error in JSON", 200, '{"detail":"no"}', /#\/openapi: it has no OpenAPI version/],
    ["more than the bound", 200, "a".repeat(100_000), /: it is larger than 0 MiB\./],
  ])(
    "%s is refused, without repeating the query, and the tree stays as it is",
    async (_name, status, body, message) => {
      const root = await writeRepository();
      const before = await readTree(root);
      const base = await serve((_request, response) => response.writeHead(status).end(body));
      const { error } = await refreshPets(root, `${base}/schema?token=secret`, { maxBytes: 90_000 });
      expect(error).toMatch(message);
      expect(error).not.toContain("secret");
      expect(await readTree(root)).toEqual(before);
    },
  );

  test("an address with a token is not written into a file", async () => {
    const root = await writeRepository();
    const text = await petsText();
    const base = await serve((_request, response) => response.end(text));
    const from = `${base}/schema?access_token=canary`;
    expect((await refreshPets(root, from)).error).toBe("");
    expect([...(await readTree(root)).values()].join("")).not.toContain("canary");
    await rm(join(root, "specs/pets/source.json"));
    expect((await refreshPets(root, from, { licence: "MIT" })).error).toContain("pass --url with its public address");
  });

  test("a little that unpacks to a lot is not unpacked whole", async () => {
    const root = await writeRepository();
    const packed = gzipSync(Buffer.alloc(50_000_000, "a"));
    const base = await serve((_request, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(packed),
    );
    expect((await refreshPets(root, base, { maxBytes: 1024 * 1024 })).error).toContain("it is larger than 1 MiB");
  });

  test.each<[string, number]>([
    ["says nothing", 0],
    ["begins and says no more", 10],
  ])("a server that %s is left after the time it has", async (_name, bytes) => {
    const root = await writeRepository();
    const before = await readTree(root);
    const base = await serve((_request, response) => {
      if (bytes > 0) response.writeHead(200).write("a".repeat(bytes));
    });
    const { error } = await refreshPets(root, base, { timeoutMs: 200 });
    expect(error).toContain("the server did not answer in full within 0.2 s");
    expect(await readTree(root)).toEqual(before);
  });

  test("a server that breaks off, is not there, or is none is named with its reason", async () => {
    const root = await writeRepository();
    const broken = await serve((_request, response) => {
      response.writeHead(200, { "content-length": "1000" }).write("openapi: 3.0.3\n", () => response.destroy());
    });
    expect((await refreshPets(root, broken)).error).toMatch(/it cannot be fetched \(/);
    expect((await refreshPets(root, "http://127.0.0.1:1/openapi.json")).error).toMatch(
      /127\.0\.0\.1:1\/openapi\.json: it cannot be fetched \(/,
    );
    expect((await refreshPets(root, "ftp://pets.example.com/openapi.json")).error).toContain(
      "neither a path nor a http: or https: URL",
    );
    const { error } = await refreshPets(root, "https://user:secret@pets.example.com/openapi.json");
    expect(error).toContain("the URL carries a credential");
    expect(error).not.toContain("secret");
  });
});
