import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { resolveLink } from "./same-origin.ts";

const base = new URL("https://pets.example/api");

describe("an http link to the host of an https base", () => {
  test.each([
    ["http://pets.example/files/1?part=2", "https://pets.example/files/1?part=2"],
    ["http://pets.example//acme.example/files", "https://pets.example//acme.example/files"],
    ["http://pets.example/\\\\acme.example/files", "https://pets.example///acme.example/files"],
    ["http://pets.example:8080/files", "http://pets.example:8080/files"],
    ["http://acme.example/files", "http://acme.example/files"],
  ])("%s leads to %s", (link, expected) => {
    expect(resolveLink(link, base, base)?.href).toBe(expected);
  });

  test("stays on that host, whatever its path", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("/", "\\", "@", ":", ".", "?", "#", "a", "%2f") }), (path) => {
        expect(resolveLink(`http://pets.example/${path}`, base, base)?.origin).toBe(base.origin);
      }),
    );
  });
});
