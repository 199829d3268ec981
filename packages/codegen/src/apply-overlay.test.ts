import { describe, expect, test } from "vitest";
import { applyOverlay } from "./apply-overlay.ts";
import type { JsonValue } from "./json-value.ts";
import { parseOverlay } from "./parse-overlay.ts";
import { toJsonValue } from "./to-json-value.ts";

function apply(document: JsonValue, ...actions: object[]) {
  const value = toJsonValue({ overlay: "1.0.0", info: { title: "t", version: "1" }, actions }, "overlay.yaml");
  return applyOverlay(document, parseOverlay({ file: "overlay.yaml", value, sha256: "" }), "overlay.yaml");
}

describe("applyOverlay", () => {
  test("merges objects deeply, replaces scalars, and leaves the input alone", () => {
    const document = { info: { title: "Pets", contact: { name: "Ada" } } };
    const { document: result } = apply(document, {
      target: "$.info",
      update: { title: "Dogs", contact: { url: "u" } },
    });
    expect(result).toEqual({ info: { title: "Dogs", contact: { name: "Ada", url: "u" } } });
    expect(document).toEqual({ info: { title: "Pets", contact: { name: "Ada" } } });
  });

  test("appends to arrays, both where they are named and where they are met", () => {
    const { document } = apply(
      { tags: ["a"], deep: { list: [1] } },
      { target: "$.tags", update: "b" },
      { target: "$.deep", update: { list: [2, 3] } },
    );
    expect(document).toEqual({ tags: ["a", "b"], deep: { list: [1, 2, 3] } });
  });

  test("updates every match on its own, not one object shared by all", () => {
    const { document } = apply(
      { a: { x: {} }, b: { x: {} } },
      { target: "$.*.x", update: { list: [] } },
      { target: "$.a.x.list", update: 1 },
    );
    expect(document).toEqual({ a: { x: { list: [1] } }, b: { x: { list: [] } } });
  });

  test("removes members and entries, whatever the order of the matches", () => {
    const document = { list: [0, 1, 2, 3, 4], keep: 1, drop: 2 };
    expect(
      apply(document, { target: "$.list[1,3]", remove: true }, { target: "$.drop", remove: true }).document,
    ).toEqual({ list: [0, 2, 4], keep: 1 });
    expect(apply(document, { target: "$.list[::-1]", remove: true }).document).toEqual({ list: [], keep: 1, drop: 2 });
    expect(apply(document, { target: "$.list[1,1]", remove: true }).document).toMatchObject({ list: [0, 2, 3, 4] });
  });

  test("finds by filter", () => {
    const document = {
      parameters: [
        { name: "org", in: "query" },
        { name: "id", in: "path" },
      ],
    };
    const { document: result } = apply(document, { target: "$.parameters[?@.name == 'org']", remove: true });
    expect(result).toEqual({ parameters: [{ name: "id", in: "path" }] });
  });

  test("writes a member called __proto__ as a member", () => {
    const { document } = apply({ a: {} }, { target: "$.a", update: JSON.parse('{"__proto__":{"evil":1}}') as object });
    expect(JSON.stringify(document)).toBe('{"a":{"__proto__":{"evil":1}}}');
    expect(({} as Record<string, unknown>)["evil"]).toBeUndefined();
  });

  test.each([
    [{ target: "$.missing", update: {} }, "matches nothing"],
    [{ target: "$.missing", remove: true }, "matches nothing"],
    [{ target: "$.info", update: { title: "Pets" } }, "changes nothing"],
    [{ target: "$.info.title", update: "Dogs" }, "cannot update /info/title, which is neither an object nor an array"],
    [{ target: "$.info[", update: {} }, "has a target that is not JSONPath"],
    [{ target: "$", remove: true }, "removes the whole document"],
  ])("%j is a problem with its index, target and reason", (action, problem) => {
    const { problems } = apply({ info: { title: "Pets" } }, { ...action, "x-reason": "Because." });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: "overlay.yaml", pointer: "/actions/0" });
    expect(problems[0]?.problem).toContain(`action 0 (target ${action.target}) ${problem}`);
    expect(problems[0]?.problem).toMatch(/; its reason: Because$/);
  });
});

describe("parseOverlay", () => {
  test.each([
    [{ overlay: "2.0.0", actions: [] }, "/overlay: not an Overlay 1.0 document"],
    [{ overlay: "1.0.0" }, "/actions: actions are missing"],
    [{ overlay: "1.0.0", actions: [{ update: {} }] }, "/actions/0/target: the action names no target"],
    [{ overlay: "1.0.0", actions: [{ target: "$" }] }, "/actions/0: the action has to either update or remove"],
    [
      { overlay: "1.0.0", actions: [{ target: "$", update: {}, remove: true }] },
      "/actions/0: the action has to either update or remove",
    ],
    [{ overlay: "1.0.0", actions: [{ target: "$", update: {}, reason: "?" }] }, "/actions/0/reason: unknown member"],
  ])("refuses %j", (value, message) => {
    expect(() => parseOverlay({ file: "overlay.yaml", value: toJsonValue(value, ""), sha256: "" })).toThrow(message);
  });
});
