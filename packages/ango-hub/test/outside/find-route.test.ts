import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findRoute, routes } from "./find-route.ts";

const specification = readFileSync(new URL("../../../../specs/ango-hub/openapi.yaml", import.meta.url), "utf8");

describe("findRoute", () => {
  test("knows every operation of the interface, and no other", () => {
    const operations: string[] = [];
    let path = "";
    for (const line of specification
      .slice(specification.indexOf("\npaths:"), specification.indexOf("\ncomponents:"))
      .split("\n")) {
      path = /^ {2}(\/.*):$/.exec(line)?.[1] ?? path;
      const method = /^ {4}(get|post|delete|put|patch):$/.exec(line)?.[1];
      if (method !== undefined) operations.push(`${method.toUpperCase()} ${path}`);
    }
    expect(operations).toHaveLength(49);
    expect(Object.keys(routes).sort()).toEqual(operations.sort());
  });

  test("prefers the path without a parameter", () => {
    expect(findRoute("POST", "/task/assign")?.path).toEqual({});
    expect(findRoute("GET", "/task/507f1f77bcf86cd799439011")?.path).toEqual({ taskId: "507f1f77bcf86cd799439011" });
    expect(findRoute("GET", "/nowhere")).toBeUndefined();
  });
});
