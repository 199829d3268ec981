import { expect, test } from "vitest";
import { createBodies } from "./bodies.ts";
import { makeFixture } from "./fixture.ts";
import type { MockData } from "./mock-data.ts";

// What a schema leaves open is taken from the sample.
const data: MockData = {
  schemas: { Pet: { type: "object", required: ["extra"], properties: { extra: {} } } },
  samples: { Pet: { extra: { notes: [{ text: "shy" }] } } },
  operations: [],
  resources: [],
};
const bodies = createBodies({ data }, { seed: 1, baseUrl: "https://acme.test" });
const make = (): unknown => makeFixture({ data, bodies }, { name: "Pet", overrides: undefined });

test("a fixture is the test's own to change", () => {
  const pet = make();
  expect(pet).toEqual({ extra: { notes: [{ text: "shy" }] } });
  Object.assign((pet as { extra: { notes: object[] } }).extra.notes[0] ?? {}, { text: "changed" });
  expect(make()).toEqual({ extra: { notes: [{ text: "shy" }] } });
});
