import { describe, expect, test } from "vitest";
import { compareSpecificity, matchPath, parsePathTemplate, splitPath } from "./path-template.ts";

describe("matchPath", () => {
  test.each([
    ["/pets", "/pets", {}],
    ["/pets", "/pets/", {}],
    ["/pets/", "/pets", {}],
    ["/", "/", {}],
    ["/pets", "/pets/1", undefined],
    ["/pets/{petId}", "/pets/7", { petId: "7" }],
    ["/pets/{petId}", "/pets/", undefined],
    ["/pets/{petId}", "/pets//", undefined],
    ["/pets/{petId}", "/pets/a%2Fb", { petId: "a/b" }],
    ["/pets/{petId}", "/pets/%F0%9F%90%B1", { petId: "\u{1F431}" }],
    ["/pets/{petId}", "/pets/%E0%A4%A", undefined],
    ["/pets:search", "/pets:search", {}],
    ["/pets:search", "/petsFOO", undefined],
    ["/pets/{petId}:feed", "/pets/7:feed", { petId: "7" }],
    ["/pets/{petId}:feed", "/pets/7:feed:feed", { petId: "7:feed" }],
    ["/pets/{petId}:feed", "/pets/:feed", undefined],
    ["/pets/{petId}:feed", "/pets/7", undefined],
    ["/{from}..{to}", "/1..2", { from: "1", to: "2" }],
    ["/files/{name}.{extension}", "/files/a.b.zip", { name: "a", extension: "b.zip" }],
    ["/a.c", "/abc", undefined],
    ["/{__proto__}", "/x", Object.fromEntries([["__proto__", "x"]])],
  ])("%s and %s", (template, path, expected) => {
    expect(matchPath(parsePathTemplate(template), splitPath(path))).toEqual(expected);
  });
});

describe("compareSpecificity", () => {
  test("literal text comes first, then what has some, then a bare parameter", () => {
    const templates = ["/{any}/{id}", "/pets/{id}", "/pets/{id}:feed", "/pets/mine", "/{any}/mine"];
    const sorted = templates.toSorted((first, second) =>
      compareSpecificity(parsePathTemplate(first), parsePathTemplate(second)),
    );
    expect(sorted).toEqual(["/pets/mine", "/pets/{id}:feed", "/pets/{id}", "/{any}/mine", "/{any}/{id}"]);
  });
});
