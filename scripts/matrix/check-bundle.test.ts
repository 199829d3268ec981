import { expect, test } from "vitest";
import { checkBundle } from "./check-bundle.ts";

const operations = ["getPet", "addPet"];
const code = 'const a=o("getPet","get","/pets/{id}");';

test("a bundle with one operation passes", () => {
  expect(checkBundle({ code, used: "getPet", operations })).toEqual([]);
});

test("what a comment names is not carried", () => {
  const documented = `/** See \`addPet\`. */\n${code}`;
  expect(checkBundle({ code: documented, used: "getPet", operations })).toEqual([]);
});

test.each([
  ["", "lost getPet"],
  [`${code}o(\`addPet\`)`, "carries operations that nobody calls: addPet"],
  [`import"msw";${code}`, "carries mocks"],
  [`import{readFile}from"node:fs";${code}`, "imports a Node built-in"],
])("%s is found", (bundle, complaint) => {
  expect(checkBundle({ code: bundle, used: "getPet", operations })).toEqual([complaint]);
});
