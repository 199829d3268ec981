import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import document from "../generated/openapi.json" with { type: "json" };
import { buildFilter, type FieldTest, type FilterCondition } from "./build-filter.ts";
import { filterFields } from "./filter-fields.ts";

const logicOf = (condition: FilterCondition<"tasks_list">): unknown =>
  JSON.parse(buildFilter("tasks_list", condition)) as unknown;
const field = (name: string): unknown => ({ var: name });

describe("a filter", () => {
  test.each<[string, FilterCondition<"tasks_list">, unknown]>([
    ["equality", { status: "completed" }, { "==": [field("status"), "completed"] }],
    [
      "several members, which all have to hold",
      { status: "completed", project_id: 3 },
      { and: [{ "==": [field("status"), "completed"] }, { "==": [field("project_id"), 3] }] },
    ],
    [
      "one of several values",
      { owner: { in: ["ada", "bob"] } },
      { or: [{ "==": [field("owner"), "ada"] }, { "==": [field("owner"), "bob"] }] },
    ],
    ["one of one value", { owner: { in: ["ada"] } }, { "==": [field("owner"), "ada"] }],
    ["a text within", { name: { contains: 'c"at' } }, { in: ['c"at', field("name")] }],
    ["a range", { id: { from: 10, to: 20 } }, { "<=": [10, field("id"), 20] }],
    ["this or more", { id: { from: 10 } }, { ">=": [field("id"), 10] }],
    ["this or less", { id: { to: 20 } }, { "<=": [field("id"), 20] }],
    [
      "bounds left out",
      { id: { above: 1, below: 9 } },
      { and: [{ ">": [field("id"), 1] }, { "<": [field("id"), 9] }] },
    ],
    [
      "a time",
      { updated_date: { above: new Date("2026-11-22T00:00:00Z") } },
      { ">": [field("updated_date"), "2026-11-22T00:00:00.000Z"] },
    ],
    ["a value at all", { assignee: { exists: true } }, { "!!": field("assignee") }],
    ["no value", { assignee: { exists: false } }, { "!": { "!!": field("assignee") } }],
    [
      "alternatives and a negation",
      { or: [{ owner: "ada" }, { subset: "train" }], not: { status: "completed" } },
      {
        and: [
          { or: [{ "==": [field("owner"), "ada"] }, { "==": [field("subset"), "train"] }] },
          { "!": { "==": [field("status"), "completed"] } },
        ],
      },
    ],
    [
      "members that are undefined, as if left out",
      { status: "completed", owner: undefined },
      { "==": [field("status"), "completed"] },
    ],
  ])("of %s", (_, condition, logic) => {
    expect(logicOf(condition)).toEqual(logic);
  });

  test("is typed by the list's own fields", () => {
    expectTypeOf(buildFilter("jobs_list", { stage: "annotation" })).toEqualTypeOf<string>();
    // @ts-expect-error tasks have no stage
    expect(() => buildFilter("tasks_list", { stage: "annotation" })).toThrow(/condition\.stage/);
    // @ts-expect-error there is no such list
    expect(() => buildFilter("task_list", { id: 1 })).toThrow(/must be one of/);
  });

  test("takes a Date for a time alone, so that an editor offers only tests for other fields", () => {
    type Task = FilterCondition<"tasks_list">;
    type Report = FilterCondition<"quality_list_reports">;
    expectTypeOf<Extract<Task["updated_date"], Date>>().toEqualTypeOf<Date>();
    expectTypeOf<Extract<Report["gt_last_updated"], Date>>().toEqualTypeOf<Date>();
    expectTypeOf<Extract<Task["name"], Date>>().toEqualTypeOf<never>();
    expectTypeOf<Extract<Task["name"], object>>().toEqualTypeOf<FieldTest<string | number | boolean>>();
    const from = new Date(0);
    const logic = { ">=": [field("updated_date"), "1970-01-01T00:00:00.000Z"] };
    expect(logicOf({ updated_date: { from } })).toEqual(logic);
    // @ts-expect-error a name is no time
    expect(() => logicOf({ name: from })).not.toThrow();
  });

  test("holds every text as it is", () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(logicOf({ name })).toEqual({ "==": [field("name"), name] });
      }),
    );
  });
});

describe("a condition that cannot be", () => {
  test.each<[string, object]>([
    ["condition", {}],
    ["condition", { name: undefined }],
    ["condition.asignee", { asignee: "ada" }],
    ["condition.name", { name: null }],
    ["condition.name", { name: Number.NaN }],
    ["condition.name", { name: {} }],
    ["condition.name.is", { name: { is: "x" } }],
    ["condition.name.in", { name: { in: [] } }],
    ["condition.name.in", { name: { in: "ada" } }],
    ["condition.name.in[1]", { name: { in: ["ada", null] } }],
    ["condition.name.contains", { name: { contains: "" } }],
    ["condition.id.from", { id: { from: null } }],
    ["condition.updated_date", { updated_date: new Date(Number.NaN) }],
    ["condition.or", { or: [] }],
    ["condition.or", { or: { name: "x" } }],
    ["condition.or[0].nam", { or: [{ nam: "x" }] }],
    ["condition.not", { not: {} }],
    ["condition.not", { not: "x" }],
  ])("is a ConfigError that names %s: %j", (option, condition) => {
    expect(() => logicOf(condition)).toThrow(expect.objectContaining({ name: "ConfigError", option }));
  });
});

test("a Date that is none is called one, not asked for", () => {
  const invalid = { updated_date: { from: new Date("yesterday") } };
  expect(() => logicOf(invalid)).toThrow(/^condition\.updated_date\.from is no valid Date/);
});

test("the fields are those of the specification", () => {
  const described = Object.values(document.paths).flatMap((path) =>
    Object.values(path as object).flatMap((operation: { operationId?: string; parameters?: readonly object[] }) => {
      const filter = operation.parameters?.find((each) => "name" in each && each.name === "filter");
      const description = filter !== undefined && "description" in filter ? String(filter.description) : "";
      const [, names = ""] = /JSON Logic over ([^:]*)/.exec(description) ?? [];
      return filter === undefined
        ? []
        : [[operation.operationId, [...names.matchAll(/`(\w+)`/g)].map(([, name]) => name)]];
    }),
  );
  expect(Object.fromEntries(described)).toEqual(filterFields);
});
