import { expect, test } from "vitest";
import { chooseRead } from "./choose-read.ts";
import { readOperationCalls } from "./operation-call.ts";

const responses = { 200: { content: { "application/json": {} } } };
const write = { operationId: "createPet", requestBody: {}, responses };
const readByPost = { operationId: "findPets", requestBody: {}, responses, "x-idempotent": true };
const filtered = {
  operationId: "countPets",
  responses,
  parameters: [{ name: "kind", in: "query", required: true, schema: { type: "string" } }],
};
const chosen = (paths: object): string | undefined => chooseRead(readOperationCalls(JSON.stringify({ paths })))?.id;

test("a GET that needs nothing but its path is chosen before a read by POST", () => {
  const plain = { operationId: "listPets", responses };
  expect(chosen({ "/count": { get: filtered }, "/find": { post: readByPost }, "/pets": { get: plain } })).toBe(
    "listPets",
  );
});

test("a read by POST is chosen where every GET needs more", () => {
  expect(chosen({ "/count": { get: filtered }, "/pets": { post: write }, "/find": { post: readByPost } })).toBe(
    "findPets",
  );
});

test("nothing is chosen among writes, and answers that are not JSON", () => {
  expect(chosen({ "/pets": { post: write }, "/photo": { get: { operationId: "getPhoto" } } })).toBeUndefined();
});
