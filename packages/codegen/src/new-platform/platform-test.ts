import { stringLiteral } from "../emit-text.ts";
import { member, objectMember, type JsonValue } from "../json-value.ts";
import type { Parameter, Specification, SpecOperation } from "../openapi.ts";
import { operationName } from "../operation-name.ts";
import type { PlatformAuth } from "./platform-auth.ts";
import type { PlatformWords } from "./platform-words.ts";

/** What the first test of a package is written from. */
export interface PlatformTestInput {
  readonly words: PlatformWords;
  readonly auth: PlatformAuth | undefined;
  readonly specification: Specification;
}

/** A test that calls one operation of the new client through its mock. */
export function platformTest({ words, auth, specification }: PlatformTestInput): string {
  const { folder, camel, pascal } = words;
  const operation = specification.operations.find(isSimple);
  const given = (auth?.credentials ?? []).map((name) => `${name}: "any"`).join(", ");
  const authOption = given === "" ? "" : `auth: { ${given} }, `;
  const name = operation === undefined ? undefined : operationName(operation.id);
  return `import { create${pascal}Client, isConfigError } from "@labelwire/${folder}";
import { create${pascal}Mock } from "@labelwire/${folder}/msw";
${name === undefined ? "" : `import { ${name} } from "@labelwire/${folder}/operations";\n`}import { expect, test } from "vitest";

test("an option that does not exist is refused", () => {
  const options = { timeoutMs: 1000, retries: 3 };
  expect(() => create${pascal}Client(options)).toThrow(expect.toSatisfy(isConfigError));
});
${operation === undefined || name === undefined ? "" : callTest({ name, operation, camel, pascal, authOption })}`;
}

interface CallTest {
  readonly name: string;
  readonly operation: SpecOperation;
  readonly camel: string;
  readonly pascal: string;
  readonly authOption: string;
}

function callTest({ name, operation, camel, pascal, authOption }: CallTest): string {
  const path = operation.parameters
    .filter(({ in: place }) => place === "path")
    .map((one) => `${stringLiteral(one.name)}: ${sampleOf(one)}`);
  const init = path.length === 0 ? "" : `, { params: { path: { ${path.join(", ")} } } }`;
  return `
test("the mock answers the client", async () => {
  const mock = create${pascal}Mock({ seed: 1 });
  const ${camel} = create${pascal}Client({ ${authOption}fetch: mock.fetch });
  const { error, response } = await ${name}(${camel}${init});
  expect(error).toBeUndefined();
  expect(response.ok).toBe(true);
  expect(mock.requests(${stringLiteral(operation.id)})).toHaveLength(1);
});
`;
}

/** A read that needs no more than its path. */
function isSimple({ method, parameters, body }: SpecOperation): boolean {
  return (
    method === "get" &&
    body === undefined &&
    parameters.every(({ in: place, required, schema }) => (place === "path" ? isPlain(schema) : !required))
  );
}

function isPlain(schema: JsonValue): boolean {
  const type = member(schema, "type");
  return (type === "string" || type === "integer") && Object.keys(objectMember({ schema }, "schema")).length === 1;
}

function sampleOf({ schema }: Parameter): string {
  return member(schema, "type") === "integer" ? "1" : '"a"';
}
