/** Text that ends strings, templates, comments, lines or scripts, or that means something to a prototype or a compiler. */
export const hostileStrings: readonly string[] = [
  `"];evil();//`,
  `'];evil();//`,
  "`;evil();`",
  "${evil()}",
  "*/ evil(); /*",
  "/* evil",
  "// evil",
  "</script><script>evil()</script>",
  "\\",
  '\\";evil();//',
  "\nevil();\n",
  "\r\nevil();",
  "\u2028evil();\u2029",
  "\u0085\u000b\u0000\u001b[31m",
  "\u202eevil",
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "@internal",
  "@ts-nocheck",
  "@ts-ignore\n@ts-expect-error",
  "{@link evil()}",
  "#/components/schemas/Plain",
  "file:///etc/passwd",
  "default",
  "",
  " ",
  "1",
  "-1e9",
];

/** What can stand in a path without being refused. */
function pathText(text: string): string {
  return text.replace(/[\s?#{}\u2028\u2029]/g, "");
}

/** A document that has `text` in every place where OpenAPI lets an author write freely. */
export function hostileDocument(text: string): object {
  const prose = { title: text, description: text, externalDocs: { url: text, description: text } };
  const named = (value: unknown): object => Object.fromEntries([[text, value]]);
  const schema = {
    type: "object",
    ...prose,
    "x-note": text,
    required: [text, "kind"],
    properties: {
      ...named({ type: "string", ...prose, default: text, example: text }),
      kind: { type: "string", ...prose, enum: [text, "other"], default: text },
      one: { ...prose, enum: [text] },
      shaped: { type: "string", format: text, ...prose },
      list: { type: "array", items: { type: "string", enum: [text, "other"] }, default: [text] },
      map: { type: "object", additionalProperties: { type: "string", default: text } },
    },
    example: { ...named(text), kind: text },
  };
  return {
    openapi: "3.0.3",
    info: { title: text, version: text, description: text, license: { name: text, url: text } },
    servers: [{ url: text, description: text }],
    tags: [{ name: text, description: text }],
    "x-anything": named(text),
    security: [named([])],
    paths: {
      [`/a/${pathText(text)}/{id}`]: {
        summary: text,
        description: text,
        post: {
          operationId: "send",
          "x-business-error-codes": { ...named(text), "400": text },
          tags: [text],
          summary: text,
          description: text,
          security: [named([text])],
          parameters: [
            { name: "id", in: "path", required: true, description: text, schema: { type: "string", default: text } },
            {
              name: text === "" ? "q" : text,
              in: "query",
              description: text,
              schema: { type: "string", enum: [text, "b"], example: text },
            },
            {
              name: text === "" ? "h" : text,
              in: "header",
              description: text,
              schema: { type: "string", default: text },
            },
          ],
          requestBody: {
            description: text,
            content: {
              "application/json": { schema, example: { ...named(text), kind: text } },
              ...named({ schema: { type: "string", format: "binary" } }),
            },
          },
          responses: {
            "200": {
              description: text,
              headers: named({ description: text, schema: { type: "string" } }),
              content: { "application/json": { schema }, ...named({ schema: { type: "string" } }) },
              links: named({ operationId: text, description: text }),
            },
            "404": {
              description: text,
              content: { [`${text}+json`]: { schema, example: { ...named(text), kind: text } } },
            },
          },
        },
      },
    },
    components: {
      schemas: { Plain: schema, Text: { type: "string", description: text, enum: [text, "b"] } },
      securitySchemes: { plain: { type: "apiKey", in: "header", name: text, description: text } },
    },
  };
}
