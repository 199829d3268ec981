import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";

/** What a browser loads for a consumer's module: esbuild, minified, as the size check of the repository does it. */
async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform: "browser",
    conditions: ["@labelwire/source"],
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

const oneCall = `
import { createClient, headerAuth, operation, unwrap } from "@labelwire/core";
const getPet = /* @__PURE__ */ operation("getPet", "get", "/pets/{id}", "json");
const neverCalled = /* @__PURE__ */ operation("neverCalled", "get", "/never", "json");
const client = createClient(
  {
    platform: "acme", title: "Acme", servers: { main: "https://acme.example" }, readFailure: () => undefined,
    auth: [headerAuth({ credential: "apiKey", header: "apikey" })],
  },
  { auth: { apiKey: globalThis.key } },
);
console.log(await unwrap(getPet(client, { params: { path: { id: 1 } } })));
`;

describe("the bundle of one call", () => {
  test("leaves out what the call does not use", async () => {
    const code = await bundle(oneCall);
    // Strings survive minification: one of each optional part.
    const parts = ["neverCalled", "Basic ", "content-disposition", "perMs", "JobFailedError", "UploadError", "HMAC"];
    expect(parts.filter((part) => code.toLowerCase().includes(part.toLowerCase()))).toEqual([]);
  });

  test("does not grow", async () => {
    // What has been reached: docs/decisions/2026-11-22-size-of-one-call.md.
    expect(gzipSync(await bundle(oneCall), { level: 9 }).length).toBeLessThan(10_800);
  });
});
