import { expect, test } from "vitest";
import { compareSpecs } from "./compare-specs.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";
import type { SpecChange } from "./spec-change.ts";

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: JsonValue): JsonObject => ({ content: { "application/json": { schema } } });

interface Changes {
  readonly operation?: JsonObject;
  readonly operations?: JsonObject;
  readonly sent?: JsonObject;
  readonly received?: JsonObject;
  readonly schemas?: JsonObject;
}

/** Two paths: one takes `Sent`, one answers with `Received`. */
function spec({ operation = {}, operations = {}, sent = {}, received = {}, schemas = {} }: Changes = {}): JsonObject {
  return {
    openapi: "3.0.3",
    info: { title: "Acme", version: "1.0.0" },
    paths: {
      "/pets": {
        post: {
          operationId: "addPet",
          requestBody: { required: true, ...json(ref("Sent")) },
          responses: { 201: { description: "" } },
        },
        get: {
          operationId: "listPets",
          responses: { 200: { description: "", ...json(ref("Received")) } },
          ...operation,
        },
        ...operations,
      },
    },
    components: {
      schemas: {
        Sent: { type: "object", properties: { name: { type: "string" } }, ...sent },
        Received: { type: "object", properties: { name: { type: "string" } }, ...received },
        ...schemas,
      },
    },
  };
}

function changes(before: Changes, after: Changes): string[] {
  return compareSpecs(spec(before), spec(after)).map(write);
}

function write({ kind, breaking, subject, detail }: SpecChange): string {
  return `${breaking ? "! " : ""}${kind} ${subject}${detail === undefined ? "" : `: ${detail}`}`;
}

const properties = (name: string, schema: JsonObject): JsonObject => ({
  properties: { name: { type: "string" }, [name]: schema },
});

test("sentences, and other words for the same, are no change", () => {
  expect(changes({}, {})).toEqual([]);
  expect(changes({}, { operation: { summary: "All pets." }, sent: { description: "A pet." } })).toEqual([]);
  const nullable = { allOf: [ref("Sent")], nullable: true };
  expect(
    changes(
      { received: properties("pet", nullable) },
      { received: properties("pet", { anyOf: [ref("Sent"), { type: "null" }] }) },
    ),
  ).toEqual([]);
  expect(
    changes(
      { received: properties("n", { type: "string", nullable: true }) },
      { received: properties("n", { type: ["null", "string"] }) },
    ),
  ).toEqual([]);
});

test("operations come, go, and get other names and places", () => {
  const patch = { operationId: "changePet", responses: { 204: { description: "" } } };
  expect(changes({}, { operations: { patch } })).toEqual(["added changePet (PATCH /pets)"]);
  expect(changes({ operations: { patch } }, {})).toEqual(["! removed changePet (PATCH /pets)"]);
  expect(changes({ operations: { patch } }, { operations: { put: patch } })).toEqual([
    "! changed changePet (PUT /pets): was PATCH /pets",
  ]);
  expect(changes({}, { operation: { operationId: "pets" } })).toEqual([
    "! changed pets (GET /pets): was called listPets",
  ]);
  expect(changes({}, { operation: { deprecated: true, "x-idempotent": true } })).toEqual([
    "changed listPets (GET /pets): is deprecated",
    "changed listPets (GET /pets): is repeated like a read",
  ]);
});

test("parameters", () => {
  const parameter = (more: JsonObject): Changes => ({
    operation: { parameters: [{ name: "kind", in: "query", schema: { type: "string" }, ...more }] },
  });
  const at = "listPets: query parameter kind";
  expect(changes({}, parameter({}))).toEqual([`added ${at}`]);
  expect(changes({}, parameter({ required: true }))).toEqual([`! added ${at}: and has to be sent`]);
  expect(changes(parameter({}), {})).toEqual([`! removed ${at}`]);
  expect(changes(parameter({}), parameter({ required: true }))).toEqual([`! changed ${at}: is required`]);
  expect(changes(parameter({ required: true }), parameter({}))).toEqual([`changed ${at}: is no longer required`]);
  expect(changes(parameter({}), parameter({ schema: { type: "integer" } }))).toEqual([
    `! changed ${at}: is integer, was string`,
  ]);
  expect(changes(parameter({ schema: { type: "integer" } }), parameter({ schema: { type: "number" } }))).toEqual([
    `changed ${at}: is number, was integer`,
  ]);
});

test("request bodies and answers", () => {
  const body = (more: JsonObject): Changes => ({
    operations: { put: { operationId: "putPet", responses: { 204: { description: "" } }, ...more } },
  });
  const taken = { requestBody: json(ref("Sent")) };
  expect(changes(body({}), body(taken))).toEqual(["added putPet: request body"]);
  expect(changes(body(taken), body({}))).toEqual(["! removed putPet: request body"]);
  expect(changes(body(taken), body({ requestBody: { ...json(ref("Sent")), required: true } }))).toEqual([
    "! changed putPet: request body: is required",
  ]);
  const form = { requestBody: { content: { "multipart/form-data": { schema: ref("Sent") } } } };
  expect(changes(body(taken), body(form))).toEqual([
    "! changed putPet: request body: is multipart/form-data, was application/json",
  ]);
  const answers = (more: JsonObject): Changes => ({ operation: { responses: more } });
  const one = { 200: { description: "", ...json(ref("Received")) } };
  const none = { 200: { description: "" } };
  expect(changes(answers(none), answers(one))).toEqual(["changed listPets: answer: is json, was none"]);
  expect(changes(answers(one), answers(none))).toEqual(["! changed listPets: answer: is none, was json"]);
  expect(changes(answers(one), answers({ ...one, 202: { description: "", ...json(ref("Sent")) } }))).toEqual([
    "! added listPets: answer 202",
  ]);
  expect(changes(answers(one), answers({ ...one, 404: { description: "", ...json(ref("Sent")) } }))).toEqual([]);
});

test.each<[string, JsonObject, JsonObject, string[], string[]]>([
  ["a new member", {}, properties("age", { type: "integer" }), ["added Sent.age"], ["added Received.age"]],
  ["a member gone", properties("age", {}), {}, ["! removed Sent.age"], ["! removed Received.age"]],
  [
    "a required member",
    {},
    { required: ["name"] },
    ["! changed Sent.name: is required"],
    ["changed Received.name: is required"],
  ],
  [
    "a new required member",
    {},
    { ...properties("age", { type: "integer" }), required: ["age"] },
    ["! added Sent.age: and has to be sent"],
    ["added Received.age"],
  ],
  [
    "a member that may be absent",
    { required: ["name"] },
    {},
    ["changed Sent.name: is no longer required"],
    ["! changed Received.name: is no longer required"],
  ],
  [
    "null",
    {},
    properties("name", { type: "string", nullable: true }),
    ["changed Sent.name: is null | string, was string"],
    ["! changed Received.name: is null | string, was string"],
  ],
  [
    "no null",
    properties("name", { type: "string", nullable: true }),
    {},
    ["! changed Sent.name: is string, was null | string"],
    ["changed Received.name: is string, was null | string"],
  ],
  [
    "what was unknown",
    properties("more", {}),
    properties("more", { type: "string" }),
    ["! changed Sent.more: is string, was unknown"],
    ["changed Received.more: is string, was unknown"],
  ],
  [
    "what is unknown now",
    properties("more", ref("Sent")),
    properties("more", {}),
    ["changed Sent.more: is unknown, was Sent"],
    ["! changed Received.more: is unknown, was Sent"],
  ],
  [
    "a value more and one less",
    properties("kind", { type: "string", enum: ["cat", "dog"] }),
    properties("kind", { type: "string", enum: ["cat", "owl"] }),
    ['! removed Sent.kind: value "dog"', 'added Sent.kind: value "owl"'],
    ['removed Received.kind: value "dog"', 'added Received.kind: value "owl"'],
  ],
  [
    "a value more where all are known",
    properties("kind", { type: "string", enum: ["cat", "dog"], "x-open-enum": false }),
    properties("kind", { type: "string", enum: ["cat", "dog", "owl"], "x-open-enum": false }),
    ['added Sent.kind: value "owl"'],
    ['! added Received.kind: value "owl"'],
  ],
  [
    "the members of a list",
    properties("list", { type: "array", items: { type: "object", properties: { a: { type: "string" } } } }),
    properties("list", { type: "array", items: { type: "object", properties: { a: { type: "integer" } } } }),
    ["! changed Sent.list[].a: is integer, was string"],
    ["! changed Received.list[].a: is integer, was string"],
  ],
  [
    "bounds",
    properties("age", { type: "integer", minimum: 0 }),
    properties("age", { type: "integer", minimum: 1, maximum: 9 }),
    ["changed Sent.age: minimum is 1, was 0", "changed Sent.age: maximum is 9, was not set"],
    ["changed Received.age: minimum is 1, was 0", "changed Received.age: maximum is 9, was not set"],
  ],
  [
    "bytes",
    properties("file", { type: "string" }),
    properties("file", { type: "string", format: "binary" }),
    ["! changed Sent.file: is bytes, was string"],
    ["! changed Received.file: is bytes, was string"],
  ],
])("%s counts by the way it travels", (_name, before, after, sent, received) => {
  expect(changes({ sent: before }, { sent: after })).toEqual(sent);
  expect(changes({ received: before }, { received: after })).toEqual(received);
});

test("schemas come and go; one that no operation uses counts both ways", () => {
  const other = (more: JsonObject): Changes => ({ schemas: { Other: { type: "object", ...more } } });
  expect(changes({}, other({}))).toEqual(["added schema Other"]);
  expect(changes(other({}), {})).toEqual(["! removed schema Other"]);
  expect(changes(other(properties("a", {})), other({ ...properties("a", {}), required: ["a"] }))).toEqual([
    "! changed Other.a: is required",
  ]);
});
