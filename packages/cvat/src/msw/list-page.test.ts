import type { Exchange } from "@labelwire/core/msw";
import { describe, expect, test } from "vitest";
import { mockData } from "../generated/mock.ts";
import { listPage } from "./list-page.ts";

const items = Array.from({ length: 25 }, (_, index) => index);

function pageOf(query: string, list: readonly unknown[] = items): unknown {
  const operation = mockData.operations.find(({ id }) => id === "tasks_list");
  if (!operation) throw new Error("tasks_list is gone");
  const url = new URL(`https://cvat.test/api/tasks${query}`);
  const exchange: Exchange = {
    operation,
    url,
    request: new Request(url),
    params: { path: {}, query: {} },
    body: undefined,
    faults: [],
  };
  const page = listPage(exchange, list);
  if (!page || "refusal" in page) return page?.refusal.message;
  const { next, previous } = Object.fromEntries(page.members.map(([[name = ""], value]) => [name, value]));
  return [page.items.length, page.items[0], next, previous];
}

describe("listPage", () => {
  test.each([
    ["", [10, 0, "https://cvat.test/api/tasks?page=2", null]],
    ["?page=2", [10, 10, "https://cvat.test/api/tasks?page=3", "https://cvat.test/api/tasks"]],
    ["?page=last", [5, 20, null, "https://cvat.test/api/tasks?page=2"]],
    ["?page_size=all", [25, 0, null, null]],
    ["?page_size=1000", [25, 0, null, null]],
    ["?page_size=0", [10, 0, "https://cvat.test/api/tasks?page_size=0&page=2", null]],
    ["?page_size=-3&page=3", [5, 20, null, "https://cvat.test/api/tasks?page_size=-3&page=2"]],
    ["?page=4", "Invalid page."],
    ["?page=0", "Invalid page."],
    ["?page=abc", "Invalid page."],
  ])("%s", (query, expected) => {
    expect(pageOf(query)).toEqual(expected);
  });

  test("an empty list has one page", () => {
    expect(pageOf("", [])).toEqual([0, undefined, null, null]);
    expect(pageOf("?page_size=all", [])).toEqual([0, undefined, null, null]);
  });
});
