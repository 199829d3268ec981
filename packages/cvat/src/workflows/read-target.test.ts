import { expect, expectTypeOf, test } from "vitest";
import { readTarget } from "./read-target.ts";

const kinds = ["task", "job"] as const;

test("a target is its kind and its id", () => {
  const target = readTarget({ task: 7 }, kinds);
  expectTypeOf(target.kind).toEqualTypeOf<"task" | "job">();
  expect(target).toEqual({ kind: "task", id: 7 });
  expect(readTarget({ task: undefined, job: 3 }, kinds)).toEqual({ kind: "job", id: 3 });
});

test("what a target can be is told", () => {
  expect(() => readTarget({}, kinds)).toThrow("target must have one member, one of { task: 7 }, { job: 7 }.");
});

test.each<[string, unknown]>([
  ["target", 7],
  ["target", null],
  ["target", {}],
  ["target", { task: 1, job: 2 }],
  ["target.project", { project: 1 }],
  ["target.task", { task: "7" }],
  ["target.task", { task: 0 }],
  ["target.job", { job: 1.5 }],
])("%s is named for %j", (option, target) => {
  expect(() => readTarget(target, kinds)).toThrow(expect.objectContaining({ name: "ConfigError", option }) as Error);
});
