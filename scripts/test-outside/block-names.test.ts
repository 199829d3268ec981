import { describe, expect, test } from "vitest";
import { blockNames } from "./block-names.ts";

describe("blockNames", () => {
  test("offers what is declared at the top level, and nothing from inside", () => {
    const { offered } = blockNames("const { a, b: [c] } = f(); function g() { const d = 1; } type T = a; class K {}");
    expect([...offered]).toEqual(["a", "c", "g", "T", "K"]);
  });

  test("leaves what is exported already", () => {
    const { offered, exported } = blockNames("export const a = 1; const b = 2;");
    expect([[...offered], [...exported]]).toEqual([["b"], ["a"]]);
  });

  test("finds the names that are used and declared nowhere", () => {
    const code = `import { f } from "m";
      const { x: y } = f(client, { id: taskId, signal, nested: { deep: other.member } });
      for (const item of y) console.log(item.name);
      const g = (parameter: Shape) => parameter.length;`;
    expect([...blockNames(code).free].sort()).toEqual(["Shape", "client", "console", "other", "signal", "taskId"]);
  });

  test("does not take member names for references", () => {
    expect([...blockNames("interface A { client: string } const o = { projectId: 1 }; o.total;").free]).toEqual([]);
  });
});
