import { expect, test } from "vitest";
import { checkTarball } from "./check-tarball.ts";

const manifest = { path: "package.json", text: '{ "dependencies": { "@labelwire/core": "^0.1.0" } }' };
const built = [
  { path: "src/client.ts", text: "export {};" },
  { path: "dist/client.js", text: "export {};" },
  { path: "dist/client.js.map", text: '{ "sources": ["../src/client.ts"] }' },
];

test("a clean tarball passes", () => {
  expect(checkTarball([manifest, ...built])).toEqual([]);
});

test.each(["src/client.test.ts", "dist/client.test.js", "test/server.ts", "tsconfig.tsbuildinfo"])(
  "%s is found",
  (path) => {
    expect(checkTarball([manifest, { path, text: "" }])).toEqual([
      `ships ${path}; leave it out with "files" in package.json.`,
    ]);
  },
);

test("a range of the workspace is found", () => {
  const text = '{ "dependencies": { "@labelwire/core": "workspace:^" } }';
  expect(checkTarball([{ path: "package.json", text }])).toEqual([expect.stringContaining("only in this workspace")]);
});

test("a map of a source that is not there is found", () => {
  expect(checkTarball([manifest, ...built.slice(1)])).toEqual([
    "has dist/client.js.map, which points at src/client.ts, but does not ship that; delete dist and build anew.",
  ]);
});
