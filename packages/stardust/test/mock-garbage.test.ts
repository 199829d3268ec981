import { createStardustHelixMock } from "@labelwire/stardust/helix/msw";
import { createStardustMock } from "@labelwire/stardust/msw";
import fc from "fast-check";
import { expect, test } from "vitest";
import specification from "../src/generated/openapi.json" with { type: "json" };
import helixSpecification from "../src/helix/generated/openapi.json" with { type: "json" };

const base = "https://portal-prod.rosettalab.top/rosetta-open";
const signature = { "x-stardust-key": "k", "x-ts": "1715948940207", "x-sign": "d0ef4c4a7bf134df0abb1a41f8cdf1c3" };

/** Items of no project, which belong to whichever is asked for. */
const state = { tasks: [{ status: 9 }], datasets: [{}], batches: [{}] };

/** The paths that take JSON, and every member that a body may have there. */
function postsOf({
  paths,
}: {
  readonly paths: object;
}): readonly (readonly [path: string, members: readonly string[]])[] {
  return Object.entries(paths as Readonly<Record<string, object>>).flatMap(([path, item]) => {
    const text = JSON.stringify("post" in item ? item.post : {});
    const members = [...text.matchAll(/"(\w+)":\{"(?:type|description|allOf|\$ref)"/g)].map(([, name = ""]) => name);
    return text.includes('"application/json"') ? [[path.replaceAll(/\{\w+\}/g, "1"), members] as const] : [];
  });
}

test.each([
  ["generic", specification, () => createStardustMock()],
  ["Helix", helixSpecification, () => createStardustHelixMock()],
  // Where faults are not refused, hand-written behaviour and the state meet them.
  ["generic, not strict", specification, () => createStardustMock({ strict: false })],
  ["generic, not strict, seeded", specification, () => createStardustMock({ strict: false, state })],
  ["Helix, not strict", helixSpecification, () => createStardustHelixMock({ strict: false })],
])("the mock (%s) answers whatever is sent, and never breaks", async (_, { paths }, imitate) => {
  const posts = postsOf({ paths });
  expect(posts.length).toBeGreaterThan(8);
  const call = fc.constantFrom(...posts).chain(([path, members]) => {
    const body = fc.dictionary(fc.constantFrom(...members, "other"), fc.jsonValue({ maxDepth: 3 }));
    return fc.record({ path: fc.constant(path), body: fc.oneof({ weight: 5, arbitrary: body }, fc.jsonValue()) });
  });
  await fc.assert(
    fc.asyncProperty(fc.array(call, { maxLength: 6 }), async (calls) => {
      const mock = imitate();
      for (const { path, body } of calls) {
        const headers = { ...signature, "content-type": "application/json" };
        const response = await mock.fetch(base + path, { method: "POST", headers, body: JSON.stringify(body) });
        expect(await response.json()).toMatchObject({ code: expect.any(Number), success: expect.any(Boolean) });
      }
    }),
    { numRuns: 100 },
  );
});
