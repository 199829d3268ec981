import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalizeSpec } from "./canonicalize-spec.ts";
import { isJsonObject, setMember, type JsonObject, type JsonValue } from "./json-value.ts";
import { parseYaml } from "./parse-yaml.ts";
import { writeYaml } from "./write-yaml.ts";

const documented: JsonObject = {
  "x-logo": { url: "https://acme.example.com/logo.png" },
  paths: {
    "/pets/{id}": {
      summary: "Pets",
      get: {
        summary: "One pet",
        responses: {
          "404": { $ref: "#/components/responses/Missing" },
          "200": {
            description: "The pet.",
            content: { "application/json": { example: { id: 1 }, schema: { $ref: "#/components/schemas/Pet" } } },
          },
        },
        parameters: [
          { name: "verbose", in: "query", description: "More.", schema: { type: "boolean" }, example: true },
          { name: "id", in: "path", required: true, schema: { type: "integer" } },
        ],
        operationId: "getPet",
        tags: ["pets"],
        externalDocs: { url: "https://acme.example.com/docs" },
        "x-codeSamples": [{ lang: "sh", source: "curl" }],
        "x-evidence": "documented",
      },
    },
  },
  info: {
    version: "1.0.0",
    title: "Acme",
    description: "Everything about pets.",
    license: { name: "MIT", url: "https://acme.example.com/licence" },
    contact: { email: "hello@acme.example.com" },
  },
  tags: [{ name: "pets", description: "About pets." }],
  components: {
    examples: { Cat: { value: {} } },
    responses: { Missing: { description: "There is none." } },
    securitySchemes: {
      key: { type: "apiKey", name: "authorization", in: "header", description: "Your key.", "x-token-prefix": "Token" },
      login: {
        type: "oauth2",
        flows: { password: { tokenUrl: "https://acme.example.com/token", scopes: { read: "Read all." } } },
      },
    },
    schemas: {
      Pet: {
        title: "A pet",
        description: "A pet.",
        type: "object",
        required: ["title", "id"],
        properties: {
          title: { type: "string", title: "Title", example: "Tom" },
          id: { type: "integer", readOnly: true },
          description: { type: "string", description: "What it is like.", nullable: true },
          example: { type: "string", enum: ["z", "a"], deprecated: true },
          state: { oneOf: [{ type: "string" }, { type: "integer" }], "x-note": "see the handbook" },
        },
        colour: "none",
      },
    },
  },
  openapi: "3.0.3",
};

test("keeps the interface, drops the prose, and puts everything in one order", () => {
  const { document, unknown } = canonicalizeSpec(documented);
  expect(writeYaml(document)).toBe(`openapi: 3.0.3
info:
  title: Acme
  version: 1.0.0
  license:
    name: MIT
    url: https://acme.example.com/licence
tags:
  - name: pets
paths:
  /pets/{id}:
    get:
      operationId: getPet
      tags:
        - pets
      parameters:
        - name: id
          in: path
          required: true
          schema:
            type: integer
        - name: verbose
          in: query
          schema:
            type: boolean
      responses:
        "200":
          description: ""
          content:
            application/json:
              schema:
                $ref: "#/components/schemas/Pet"
        "404":
          $ref: "#/components/responses/Missing"
      x-evidence: documented
components:
  securitySchemes:
    key:
      type: apiKey
      in: header
      name: authorization
      x-token-prefix: Token
    login:
      type: oauth2
      flows:
        password:
          tokenUrl: https://acme.example.com/token
          scopes:
            read: ""
  responses:
    Missing:
      description: ""
  schemas:
    Pet:
      type: object
      required:
        - id
        - title
      properties:
        description:
          type: string
          nullable: true
        example:
          type: string
          enum:
            - z
            - a
          deprecated: true
        id:
          type: integer
          readOnly: true
        state:
          oneOf:
            - type: string
            - type: integer
        title:
          type: string
`);
  expect(unknown).toEqual(["/components/schemas/Pet/colour"]);
});

test("the order of members makes no difference, and what is canonical stays as it is", () => {
  const expected = writeYaml(canonicalizeSpec(documented).document);
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
      const shuffled = shuffle(documented, () => Number(numbers.next().value));
      expect(writeYaml(canonicalizeSpec(asObject(shuffled)).document)).toBe(expected);
    }),
    { numRuns: 50 },
  );
  expect(writeYaml(canonicalizeSpec(asObject(parseYaml(expected, "openapi.yaml"))).document)).toBe(expected);
});

test("any JSON value comes back from its YAML text", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = JSON.parse(JSON.stringify(value)) as JsonValue; // what a document can hold: no -0, no lone surrogates
      expect(parseYaml(writeYaml(json), "openapi.yaml")).toEqual(json);
    }),
  );
  for (const text of [
    "no",
    "12:30",
    "0o7",
    "1_000",
    "~",
    "",
    " a",
    "a: b",
    "line\nbreak",
    "__proto__",
    "#",
    "2026-01-31",
  ]) {
    expect(parseYaml(writeYaml({ [text]: text }), "openapi.yaml")).toEqual({ [text]: text });
  }
});

function shuffle(value: JsonValue, next: () => number): JsonValue {
  if (Array.isArray(value)) return value.map((entry) => shuffle(entry, next));
  if (!isJsonObject(value)) return value;
  const result: JsonObject = {};
  const entries = Object.entries(value).map(([name, entry]) => ({ name, entry, rank: next() }));
  for (const { name, entry } of entries.sort((first, second) => first.rank - second.rank)) {
    setMember(result, name, shuffle(entry, next));
  }
  return result;
}

function asObject(value: JsonValue): JsonObject {
  if (!isJsonObject(value)) throw new TypeError("Not an object.");
  return value;
}
