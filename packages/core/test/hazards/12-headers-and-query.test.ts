import { inspect } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { listPets } from "../acme.ts";
import { sendJson, startServer } from "../loopback.ts";
import { createSubjectClient } from "./subject-client.ts";

const unfit: readonly (readonly [name: string, value: string])[] = [
  ["CR and LF", "canary\r\nx-evil: 1"],
  ["a line break at its end", "canary\n"],
  ["NUL", "canary\u0000"],
  ["DEL", "canary\u007f"],
  ["what is not Latin-1", "canary組織"],
  ["a separator of lines", "canary\u2028x"],
  ["a space at its begin", " canary"],
  ["a tab at its end", "canary\t"],
];

const failure = async (work: () => Promise<unknown>): Promise<unknown> => {
  try {
    return await work();
  } catch (error) {
    return error;
  }
};

test.each(unfit)("a scope with %s is a ConfigError that does not show it", async (_name, value) => {
  const server = await startServer((_request, response) => sendJson(response, []));
  const error = await failure(async () => listPets(createSubjectClient({ baseUrl: server.url, organization: value })));
  expect(error).toMatchObject({ name: "ConfigError", option: "organization" });
  expect(inspect(error)).not.toContain("canary");
  expect(server.received).toEqual([]);
});

test.each(unfit)("a token with %s is a ConfigError that does not show it", async (_name, value) => {
  const server = await startServer((_request, response) => sendJson(response, []));
  for (const auth of [{ accessToken: value }, async () => ({ accessToken: value })]) {
    const error = await failure(async () => listPets(createSubjectClient({ baseUrl: server.url, auth })));
    expect(error).toMatchObject({ name: "ConfigError", option: "auth.accessToken" });
    expect(inspect(error)).not.toContain("canary");
  }
  expect(server.received).toEqual([]);
});

type Plain = string | number | boolean | Date;
const spelled = (value: Plain): string => (value instanceof Date ? value.toISOString() : String(value));

test("every value of a query arrives as it was: null, undefined, lists, booleans, dates and +&=", async () => {
  const server = await startServer((_request, response) => sendJson(response, []));
  const client = createSubjectClient({ baseUrl: server.url });
  const plain: fc.Arbitrary<Plain> = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("+", "&", "=", "a+b&c=d%20", "#?/;", "null"),
    fc.boolean(),
    fc.integer(),
    fc.date({ noInvalidDate: true, min: new Date("1970-01-01"), max: new Date("2100-01-01") }),
  );
  const value = fc.oneof(plain, fc.constantFrom(null, undefined), fc.array(plain, { maxLength: 4 }));
  const query = fc.dictionary(fc.stringMatching(/^[a-z][a-z_]{0,8}$/), value, { maxKeys: 6 });
  await fc.assert(
    fc.asyncProperty(query, async (given) => {
      await listPets(client, { params: { query: given } });
      const sent = new URLSearchParams(server.received.at(-1)?.url.split("?")[1] ?? "");
      const expected = Object.entries(given).flatMap(([name, values]) =>
        (Array.isArray(values) ? values : [values])
          .filter((member) => member !== null && member !== undefined)
          .map((member) => [name, spelled(member)]),
      );
      expect([...sent]).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ["NaN", NaN],
  ["infinity", Infinity],
  ["a function", () => 1],
  ["a list in a list", [["a"]]],
  ["an instance of a class", new Map([["a", 1]])],
  ["half a character", "\ud800"],
])("%s in a query is a ConfigError that names the parameter, never a request", async (_name, tag) => {
  const server = await startServer((_request, response) => sendJson(response, []));
  const client = createSubjectClient({ baseUrl: server.url });
  const error = await failure(async () => listPets(client, { params: { query: { tag } as object } }));
  expect(error).toMatchObject({ name: "ConfigError", option: expect.stringContaining("params.query.tag") });
  expect(server.received).toEqual([]);
});
