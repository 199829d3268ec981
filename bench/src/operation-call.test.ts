import { expect, test } from "vitest";
import { initText } from "./call-text.ts";
import { heyApi } from "./contenders/hey-api.ts";
import { openapiFetch } from "./contenders/openapi-fetch.ts";
import { orval } from "./contenders/orval.ts";
import { readOperationCalls } from "./operation-call.ts";

const spec = JSON.stringify({
  paths: {
    "/pets/{petId}": {
      parameters: [{ name: "petId", in: "path", required: true, schema: { type: "integer" } }],
      get: { operationId: "getPet", parameters: [{ name: "fields", in: "query", schema: { type: "string" } }] },
      put: {
        operationId: "setPet",
        requestBody: {},
        parameters: [{ name: "reason", in: "query", required: true, schema: { type: "string" } }],
      },
    },
    "/pets": { get: { operationId: "listPets" } },
  },
});

const calls = readOperationCalls(spec);
const callLines = (code: string): readonly string[] => code.split("\n").filter((line) => line.startsWith("use("));

test("a call gives what is required", () => {
  expect(calls.map((call) => [call.id, initText(call)])).toEqual([
    ["getPet", '{ "params": { "path": { "petId": 1 } } }'],
    ["setPet", '{ "params": { "path": { "petId": 1 }, "query": { "reason": input } }, "body": input }'],
    ["listPets", undefined],
  ]);
});

test("every contender makes the same calls in its own way", () => {
  expect(callLines(openapiFetch.code(calls))).toEqual([
    'use((await client.GET("/pets/{petId}", { "params": { "path": { "petId": 1 } } })).data);',
    'use((await client.PUT("/pets/{petId}", { "params": { "path": { "petId": 1 }, "query": { "reason": input } }, "body": input })).data);',
    'use((await client.GET("/pets")).data);',
  ]);
  expect(callLines(heyApi.code(calls))).toEqual([
    'use((await getPet({ "client": client, "path": { "petId": 1 } })).data);',
    'use((await setPet({ "client": client, "path": { "petId": 1 }, "query": { "reason": input }, "body": input })).data);',
    'use((await listPets({ "client": client })).data);',
  ]);
  expect(callLines(orval.code(calls))).toEqual([
    "use((await getPet(1)).data);",
    "use((await setPet(1, input, input)).data);",
    "use((await listPets()).data);",
  ]);
});
