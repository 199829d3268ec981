import { isConfigError, operation, type Operation } from "@labelwire/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sendJson, startServer, type Loopback } from "../loopback.ts";
import { createSubjectClient } from "./subject-client.ts";

interface ToyInit {
  readonly params: { readonly path: { readonly pet?: unknown; readonly toy?: unknown } };
}

const removeToy: Operation<"acme", ToyInit, unknown> = operation(
  "removeToy",
  "delete",
  "/pets/{pet}/toys/{toy}",
  "json",
);

interface Removal {
  readonly server: Loopback;
  /** What the call rejected with, if it did. */
  readonly error: unknown;
}

async function remove(path: ToyInit["params"]["path"], server?: Loopback): Promise<Removal> {
  const target = server ?? (await startServer((_, response) => sendJson(response, {})));
  const client = createSubjectClient({ baseUrl: `${target.url}/api`, retry: false });
  const error: unknown = await removeToy(client, { params: { path } }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return { server: target, error };
}

describe("a path parameter that is refused unsent, by name", () => {
  test.each([
    ["two dots, which would name the pet and not its toy", ".."],
    ["a dot", "."],
    ["an empty text, which would name all toys", ""],
    ["null", null],
    ["undefined", undefined],
    ["NaN", Number.NaN],
    ["infinity", Number.POSITIVE_INFINITY],
    ["an object", { id: 7 }],
    ["a list", ["a", "b"]],
    ["an empty list", []],
    ["half a character", "\ud800"],
    ["a function", () => "7"],
  ])("%s", async (_, toy) => {
    const { server, error } = await remove({ pet: 7, toy });
    expect(server.received).toEqual([]);
    expect(error).toMatchObject({ name: "ConfigError", option: "params.path.toy", operation: "removeToy" });
  });

  test("one that was left out", async () => {
    const { server, error } = await remove({ pet: 7 });
    expect(server.received).toEqual([]);
    expect(error).toMatchObject({ name: "ConfigError", option: "params.path.toy" });
  });
});

/** What people and attackers put into identifiers, alone and joined. */
const piece = fc.constantFrom(
  "..",
  ".",
  "/",
  "\\",
  "%2e",
  "%2E%2e",
  "%2f",
  "?",
  "#",
  ";",
  "&",
  "a",
  "é",
  " ",
  "@",
  ":",
  "\0",
  "\r\n",
);
const value = fc.oneof(
  { weight: 4, arbitrary: fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("")) },
  { weight: 2, arbitrary: fc.string({ unit: "binary" }) },
  { weight: 1, arbitrary: fc.anything() },
);

describe("whatever the path parameters are", () => {
  test("the segments of the path are those of its template, and hold what was given", async () => {
    const server = await startServer((_, response) => sendJson(response, {}));
    await fc.assert(
      fc.asyncProperty(value, value, async (pet, toy) => {
        const before = server.received.length;
        const { error } = await remove({ pet, toy }, server);
        const sent = server.received.slice(before);
        if (error !== undefined) {
          expect(isConfigError(error)).toBe(true);
          expect(sent).toEqual([]);
          return;
        }
        const segments = (sent[0]?.url ?? "").split("/");
        expect(segments.map(decodeURIComponent)).toEqual(["", "api", "pets", String(pet), "toys", String(toy)]);
        // Nor does the next parser along the way, a proxy say, see another path.
        expect(new URL(`http://host${sent[0]?.url}`).pathname.split("/")).toHaveLength(6);
      }),
      { numRuns: 500 },
    );
  });
});
