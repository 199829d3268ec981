import { describe, expect, test } from "vitest";
import { parseSettings } from "./parse-settings.ts";
import { toJsonValue } from "./to-json-value.ts";

function parse(value: unknown) {
  return parseSettings({ file: "codegen.json", value: toJsonValue(value, "codegen.json"), sha256: "" });
}

describe("parseSettings", () => {
  test("reads every style of paging, with dotted paths as lists", () => {
    const styles = [
      {
        style: "page-number",
        operations: ["a"],
        items: "",
        page: "p",
        size: "s",
        defaultSize: 10,
        in: "body",
        firstPage: 0,
        total: "meta.total",
      },
      { style: "next-link", operations: ["b"], items: "results", next: "next", page: "page" },
      { style: "cursor", operations: ["c"], items: "data", next: "meta.cursor", cursor: "after", hasMore: "meta.more" },
      { style: "single-page", operations: ["d"], items: "data" },
    ];
    expect(parse({ platform: "pets", pagination: styles })).toEqual({
      platform: "pets",
      exactIntegers: false,
      resources: [],
      pagination: [
        {
          operations: ["a"],
          description: {
            style: "page-number",
            items: [],
            page: "p",
            size: "s",
            defaultSize: 10,
            in: "body",
            firstPage: 0,
            total: ["meta", "total"],
          },
        },
        { operations: ["b"], description: { style: "next-link", items: ["results"], next: ["next"], page: "page" } },
        {
          operations: ["c"],
          description: {
            style: "cursor",
            items: ["data"],
            next: ["meta", "cursor"],
            cursor: "after",
            hasMore: ["meta", "more"],
          },
        },
        { operations: ["d"], description: { style: "single-page", items: ["data"] } },
      ],
    });
  });

  test("reads what narrows and orders a list", () => {
    const operation = {
      id: "pets_list",
      does: "list",
      filters: { owner: "owner.name" },
      search: { parameter: "q", fields: ["name", "owner.name"] },
      sort: { parameter: "order", fields: { owner: "owner.name" } },
    };
    const resource = { name: "pets", schema: "Pet", key: "id", operations: [operation] };
    expect(parse({ platform: "pets", resources: [resource] }).resources).toEqual([resource]);
  });

  test.each([
    [[], "codegen.json#: it is not an object"],
    [{}, '/platform: "platform" is missing'],
    [{ platform: "Pet Shop" }, "/platform: not a platform's name"],
    [
      { platform: "pets", pages: [] },
      '/pages: unknown member "pages". To mend: use one of platform, exactIntegers, pagination, resources.',
    ],
    [{ platform: "pets", pagination: {} }, '/pagination: "pagination" is not a list'],
    [
      { platform: "pets", pagination: [{ operations: ["a"], items: "" }] },
      "/pagination/0/style: there is no style of paging",
    ],
    [
      { platform: "pets", pagination: [{ style: "offset", operations: ["a"], items: "" }] },
      '/pagination/0/style: "style" cannot be "offset"',
    ],
    [
      { platform: "pets", pagination: [{ style: "cursor", operations: "a", items: "" }] },
      '/pagination/0/operations: "operations" is not a list of strings',
    ],
    [
      { platform: "pets", pagination: [{ style: "single-page", operations: ["a"], items: ["data", "pets"] }] },
      '/pagination/0/items: "items" is not a path to a member, such as "data.tasks", or "" for all of the answer',
    ],
    [
      { platform: "pets", pagination: [{ style: "single-page", operations: ["a"], items: "", page: "p" }] },
      '/pagination/0/page: unknown member "page"',
    ],
    [
      {
        platform: "pets",
        resources: [{ name: "a", schema: "A", key: "id", operations: [{ id: "x", does: "list", filter: {} }] }],
      },
      "/resources/0/operations/0/filter: unknown member",
    ],
    [
      {
        platform: "pets",
        resources: [
          { name: "a", schema: "A", key: "id", operations: [{ id: "x", does: "list", search: { fields: [] } }] },
        ],
      },
      '/resources/0/operations/0/search/parameter: "parameter" is missing',
    ],
    [
      {
        platform: "pets",
        resources: [{ name: "a", schema: "A", key: "id", operations: [{ id: "x", does: "list", sort: "name" }] }],
      },
      '/resources/0/operations/0/sort: "sort" is not an object',
    ],
  ])("refuses %j", (value, message) => {
    expect(() => parse(value)).toThrow(message);
  });
});
